// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/run_news.h"

#include "ui/state/runs/next_run_draft.h"
#include "ui/state/runs/run_list.h"

#include <algorithm>
#include <memory>

namespace zeropoint::ui {
namespace {

constexpr double rateSeconds = 1;  ///< over which the speed is measured

void keepCheckpoints(RunRecord& run, const std::vector<SnapshotPtr>& snapshots) {
    // As long as all of a run's fit.
    if (run.method() != MethodKind::Full ||
        run.facts.bytes * (NextRunDraft::evaluations + 1) > mostCheckpointBytes) {
        return;
    }
    for (const SnapshotPtr& snapshot : snapshots) {
        // An evaluation may have been drained before the snapshot that follows it.
        const auto evaluated =
            std::any_of(run.evaluations.begin(), run.evaluations.end(),
                        [&](const EvaluationReport& it) { return it.step == snapshot->step; });
        const bool known =
            !run.checkpoints.empty() && run.checkpoints.back()->step == snapshot->step;
        if (evaluated && !known) {
            // Without what it does on a few sequences: that takes several times the model's bytes.
            run.checkpoints.push_back(std::make_shared<const ModelSnapshot>(
                ModelSnapshot{snapshot->step, snapshot->model.clone(), snapshot->data, {}, {}}));
        }
    }
}

void takeSnapshots(RunRecord& run, const std::vector<SnapshotPtr>& snapshots) {
    keepCheckpoints(run, snapshots);
    for (const SnapshotPtr& snapshot : snapshots) {
        for (const SiteInsight& insight : snapshot->insight) {
            run.scales[insight.site][snapshot->step] = static_cast<double>(insight.grid.scale);
        }
        run.snapshot = snapshot;
    }
}

}  // namespace

void takeNews(RunRecord& run, RunFeed::Delivery news) {
    for (const StepReport& report : news.steps) {
        run.losses.add(report.step, report.loss);
        run.step = report.step;
    }
    if (news.steps.empty() && !news.evaluations.empty()) {
        run.step = news.evaluations.back().step;  // quantized afterwards: nothing was trained
    }
    run.evaluations.insert(run.evaluations.end(), news.evaluations.begin(), news.evaluations.end());
    if (news.facts) {
        run.facts = *news.facts;
    }
    takeSnapshots(run, news.snapshots);
}

void StepRate::start() {
    m_seconds = 0;
    m_steps = 0;
}

double StepRate::passed(double seconds, std::size_t steps, double before) {
    m_seconds += seconds;
    m_steps += steps;
    if (m_seconds < rateSeconds) {
        return before;
    }
    const double rate = static_cast<double>(m_steps) / m_seconds;
    start();
    return rate;
}

}  // namespace zeropoint::ui
