// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"
#include "ui/state/compare_state.h"
#include "ui/state/memory_view.h"
#include "ui/state/number_state.h"
#include "ui/state/runs/run_record.h"
#include "ui/state/source.h"

#include <QString>
#include <QUndoCommand>

#include <functional>
#include <optional>

namespace zeropoint::ui {

/// What a step is about: undo shows the page, and merges steps on one setting alone.
struct StepName {
    QString page;
    QString setting;
    QString text;  ///< translated, behind "Undo"
};

/// The parts of the state that a step changes; the others are left as they are. No tensor: an
/// origin tells how to make it again.
struct StateParts {
    std::optional<Origin> origin;
    std::optional<QuantScheme> scheme;
    std::optional<double> sample;
    std::optional<NumberState> number;
    std::optional<NextRun> next;
    std::optional<CompareState> compare{};
    std::optional<MemoryQuestion> memory{};
};

class UndoStep : public QUndoCommand {
public:
    using Apply = std::function<void(const StateParts&, const StepName&)>;

    /// `gesture`: steps of one gesture on one setting become one; 0 merges with nothing. Pushing
    /// does nothing but remember: the state is there already.
    UndoStep(StepName name, StateParts before, StateParts after, int gesture, Apply apply);

    int id() const override { return m_gesture == 0 ? -1 : 1; }
    void undo() override { m_apply(m_before, m_name); }
    void redo() override;
    bool mergeWith(const QUndoCommand* other) override;

private:
    StepName m_name;
    StateParts m_before;
    StateParts m_after;
    int m_gesture;
    Apply m_apply;
    bool m_done = true;  ///< the first redo, by which a stack takes a step up
};

}  // namespace zeropoint::ui
