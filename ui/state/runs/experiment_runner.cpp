// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/experiment_runner.h"

#include "core/experiment/kept_settings.h"

#include <algorithm>

namespace zeropoint::ui {

ExperimentRunner::ExperimentRunner(RunStore& store, QObject* parent)
    : QObject(parent), m_store(store) {}

void ExperimentRunner::run(const ExperimentSpec& spec, Kept which) {
    if (m_running) {
        return;
    }
    m_running = true;
    m_unfinished.clear();
    emit runningChanged();
    m_jobs.start(
        tr("Experiment %1").arg(QString::fromStdString(spec.name)), QString(),
        [this, spec, kept = which == Kept::Alike ? m_store.runs() : std::vector<StoredRun>(),
         archive = m_store.archive()](const Execution& execution) -> Result<ExperimentOutcome> {
            const auto input = openExperiment(spec);
            if (!input) {
                return tl::unexpected(input.error());
            }
            if (auto fits = checkKeptSettings(spec, *input, kept); !fits) {
                return tl::unexpected(fits.error());
            }
            ExperimentCallbacks callbacks;
            callbacks.artifacts = true;
            callbacks.finished = [this, archive, &spec](const RunResult& result) {
                const Result<void> kept = archive->add(spec.name, result);
                QMetaObject::invokeMethod(
                    this,
                    [this, kept] {
                        if (!kept) {
                            emit failed(kept.error());
                        }
                        m_store.reload();
                    },
                    Qt::QueuedConnection);
            };
            return runExperiment(spec, *input, callbacks, execution);
        },
        this, [this, spec](const Result<ExperimentOutcome>& outcome) { ended(spec, outcome); });
}

void ExperimentRunner::ended(const ExperimentSpec& spec, const Result<ExperimentOutcome>& outcome) {
    m_running = false;
    emit runningChanged();
    if (!outcome) {
        if (outcome.error().code != ErrorCode::Cancelled) {
            emit failed(outcome.error());
        }
        return;
    }
    for (const RunSpec& run : spec.runs) {
        const auto finished = [&](const RunResult& it) { return it.name == run.name; };
        if (std::none_of(outcome->runs.begin(), outcome->runs.end(), finished)) {
            m_unfinished.push_back(run);
        }
    }
    emit unfinishedChanged();
    if (!outcome->failed.empty()) {
        emit failed(outcome->failed.front().error);
    }
}

}  // namespace zeropoint::ui
