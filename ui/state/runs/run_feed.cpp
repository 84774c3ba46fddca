// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/run_feed.h"

#include <utility>

namespace zeropoint::ui {

void RunFeed::addStep(const StepReport& report) {
    const std::scoped_lock lock(m_mutex);
    m_waiting.steps.push_back(report);
}

void RunFeed::addEvaluation(const EvaluationReport& report) {
    const std::scoped_lock lock(m_mutex);
    m_waiting.evaluations.push_back(report);
}

void RunFeed::addSnapshot(SnapshotPtr snapshot) {
    const std::scoped_lock lock(m_mutex);
    m_waiting.snapshots.push_back(std::move(snapshot));
}

void RunFeed::setFacts(const RunFacts& facts) {
    const std::scoped_lock lock(m_mutex);
    m_waiting.facts = facts;
}

RunFeed::Delivery RunFeed::take() {
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_waiting, {});
}

}  // namespace zeropoint::ui
