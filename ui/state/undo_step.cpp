// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/undo_step.h"

#include "ui/state/runs/next_run_of.h"

#include <utility>

namespace zeropoint::ui {
namespace {

/// A distribution is the same whether a parameter is given or is that by default.
bool sameOrigin(const std::optional<Origin>& a, const std::optional<Origin>& b) {
    const auto* first = a ? std::get_if<SyntheticSpec>(&*a) : nullptr;
    const auto* second = b ? std::get_if<SyntheticSpec>(&*b) : nullptr;
    return first != nullptr && second != nullptr ? toString(*first) == toString(*second) : a == b;
}

bool same(const StateParts& a, const StateParts& b) {
    const bool sameNext = a.next && b.next ? sameRun(*a.next, *b.next) : !a.next && !b.next;
    return sameNext && sameOrigin(a.origin, b.origin) && a.scheme == b.scheme &&
           a.sample == b.sample && a.number == b.number && a.compare == b.compare &&
           a.memory == b.memory;
}

}  // namespace

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
    setObsolete(same(m_before, m_after));  // where the hand came back there is nothing to undo
    return true;
}

}  // namespace zeropoint::ui
