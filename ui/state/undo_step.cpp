// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/undo_step.h"

#include <utility>

namespace zeropoint::ui {

UndoStep::UndoStep(StepName name, StateParts before, StateParts after, int gesture, Apply apply)
    : QUndoCommand(name.text),
      m_name(std::move(name)),
      m_before(std::move(before)),
      m_after(std::move(after)),
      m_gesture(gesture),
      m_apply(std::move(apply)) {}

void UndoStep::redo() {
    if (m_done) {
        m_done = false;
    } else {
        m_apply(m_after, m_name);
    }
}

bool UndoStep::mergeWith(const QUndoCommand* other) {
    const auto* step = static_cast<const UndoStep*>(other);
    if (step->m_gesture != m_gesture || step->m_name.setting != m_name.setting) {
        return false;
    }
    m_after = step->m_after;
    return true;
}

}  // namespace zeropoint::ui
