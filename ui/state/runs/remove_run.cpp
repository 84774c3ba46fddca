// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/remove_run.h"

#include "ui/state/runs/training_worker.h"
#include "ui/state/training_session.h"

#include <QCoreApplication>

#include <utility>

namespace zeropoint::ui {
namespace {

/// Weights, gradient, two moments and the snapshot's own weights.
constexpr std::size_t copiesOfWeights = 5;

bool small(const RunRecord& run) {
    const std::size_t models = copiesOfWeights + run.checkpoints.size();
    return run.facts.parameters * sizeof(float) * models <= RemoveRun::mostBytes;
}

}  // namespace

RemoveRun::RemoveRun(TrainingSession& session, RunId run)
    : QUndoCommand(
          QCoreApplication::translate("RemoveRun", "remove %1").arg(session.find(run)->name)),
      m_session(session),
      m_run(run) {}

RemoveRun::~RemoveRun() = default;

void RemoveRun::redo() {
    const RunRecord* run = m_session.find(m_run);
    if (run == nullptr || run->state == RunState::Running) {
        setObsolete(true);  // what trains is not removed, also not by redo
        return;
    }
    m_taken = m_session.take(m_run);
    RunRecord& record = m_taken->record;
    if (!small(record)) {
        record.checkpoints.clear();
        record.snapshot.reset();
        if (record.state == RunState::Paused) {
            record.state = RunState::Stopped;
        }
        if (!record.open()) {
            m_taken->worker->release();
        }
    }
}

void RemoveRun::undo() {
    if (!m_taken) {
        setObsolete(true);
        return;
    }
    m_session.putBack(std::move(*m_taken));
    m_taken.reset();
}

}  // namespace zeropoint::ui
