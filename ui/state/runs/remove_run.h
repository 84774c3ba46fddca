// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/runs/run_list.h"

#include <QUndoCommand>

#include <optional>

namespace zeropoint::ui {

class TrainingSession;

/// Takes a run out of the list, and puts it back. While it is out it keeps its curves, and its
/// models only where they are small: what was removed must not fill the memory.
class RemoveRun : public QUndoCommand {
public:
    /// Of weights, gradients and moments that a removed run may keep.
    static constexpr std::size_t mostBytes = std::size_t{16} << 20;

    RemoveRun(TrainingSession& session, RunId run);
    ~RemoveRun() override;

    void redo() override;
    void undo() override;

private:
    TrainingSession& m_session;
    RunId m_run;
    std::optional<TakenRun> m_taken;
};

}  // namespace zeropoint::ui
