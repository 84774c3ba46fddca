// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/shipped_runs.h"

#include "core/experiment/reported_runs.h"

#include <QFile>

#include <algorithm>
#include <limits>

namespace zeropoint::ui {
namespace {

constexpr std::int64_t firstId = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t mostRuns = 1 << 20;

QString resultsOf(const ShippedExperiment& experiment) {
    return QStringLiteral(":/lessons/results/%1.json").arg(experiment.id);
}

/// The store's, the same in every language.
QString shownName(const ShippedExperiment& experiment) {
    return experiment.name + QStringLiteral(" (shipped)");
}

/// The spec of the run and its seed alone; empty where there is no folder for the samples.
std::string settingsOf(const Result<ExperimentSpec>& spec, const RunResult& result) {
    if (!spec) {
        return {};
    }
    const auto run = std::find_if(spec->runs.begin(), spec->runs.end(),
                                  [&](const RunSpec& it) { return it.name == result.name; });
    return run == spec->runs.end()
               ? std::string()
               : toJson(single(*spec, static_cast<std::size_t>(run - spec->runs.begin()),
                               result.seed));
}

}  // namespace

ShippedRuns::ShippedRuns() : m_experiments(shippedExperiments()) {
    std::erase_if(m_experiments,
                  [](const ShippedExperiment& it) { return !QFile::exists(resultsOf(it)); });
}

QStringList ShippedRuns::experiments() const {
    QStringList names;
    for (const ShippedExperiment& experiment : m_experiments) {
        names << shownName(experiment);
    }
    return names;
}

const ShippedExperiment* ShippedRuns::find(const QString& experiment) const {
    const auto found =
        std::find_if(m_experiments.begin(), m_experiments.end(),
                     [&](const ShippedExperiment& it) { return shownName(it) == experiment; });
    return found == m_experiments.end() ? nullptr : &*found;
}

bool ShippedRuns::holds(const QString& experiment) const {
    return find(experiment) != nullptr;
}

bool ShippedRuns::isShipped(std::int64_t id) {
    return id < firstId + mostRuns;
}

const std::vector<StoredRun>& ShippedRuns::runs(const QString& experiment, const QString& folder) {
    std::vector<StoredRun>& runs = m_runs[experiment];
    const ShippedExperiment* shipped = runs.empty() ? find(experiment) : nullptr;
    QFile file(shipped != nullptr ? resultsOf(*shipped) : QString());
    if (shipped == nullptr || !file.open(QIODevice::ReadOnly)) {
        return runs;
    }
    const auto spec =
        folder.isEmpty()
            ? Result<ExperimentSpec>(fail(ErrorCode::NotFound, "There is no folder", ""))
            : shippedExperiment(shipped->id, folder);
    auto results = reportedRuns(file.readAll().toStdString()).value_or(std::vector<RunResult>());
    std::int64_t id = firstId;
    for (RunResult& result : results) {
        result.settings = settingsOf(spec, result);
        runs.push_back({id++, experiment.toStdString(), std::move(result)});
    }
    return runs;
}

}  // namespace zeropoint::ui
