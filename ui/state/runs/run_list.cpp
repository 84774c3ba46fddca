// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/run_list.h"

#include "ui/state/runs/training_worker.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace zeropoint::ui {
namespace {

std::size_t bytesOf(const SnapshotPtr& snapshot) {
    return snapshot->model.parameters().size() * sizeof(float);
}

/// What sets a plan apart from another of the same method.
QStringList differences(const NextRun& plan, const NextRun& other) {
    QStringList all;
    const auto note = [&](const QString& text, bool differs) {
        if (differs) {
            all << text;
        }
    };
    const TrainingConfig& now = plan.training;
    const TrainingConfig& then = other.training;
    note(QStringLiteral("seed %1").arg(now.seed), now.seed != then.seed);
    note(QStringLiteral("rate %1").arg(now.learningRate, 0, 'g', 3),
         now.learningRate != then.learningRate);
    note(QStringLiteral("%1 steps").arg(now.steps), now.steps != then.steps);
    note(QStringLiteral("batch %1").arg(now.batch), now.batch != then.batch);
    note(QStringLiteral("width %1").arg(plan.sizes.width), plan.sizes.width != other.sizes.width);
    note(QStringLiteral("%1 layers").arg(plan.sizes.layers),
         plan.sizes.layers != other.sizes.layers);
    return all;
}

}  // namespace

QString distinctName(const QString& stem, const NextRun& plan, const std::vector<RunRecord>& runs) {
    const auto named = [&](const QString& name) {
        return std::find_if(runs.rbegin(), runs.rend(),
                            [&](const RunRecord& run) { return run.name == name; });
    };
    const auto same = named(stem);
    if (same == runs.rend()) {
        return stem;
    }
    const QStringList apart = differences(plan, same->plan).mid(0, 2);
    const QString longer = (QStringList{stem} + apart).join(QStringLiteral(", "));
    QString name = longer;
    for (int number = 2; named(name) != runs.rend(); ++number) {
        name = QStringLiteral("%1 (%2)").arg(longer).arg(number);
    }
    return name;
}

RunList::RunList(QObject* parent) : QObject(parent) {}

RunList::~RunList() = default;

int RunList::rowOf(RunId id) const {
    const auto found = std::find_if(m_runs.begin(), m_runs.end(),
                                    [id](const RunRecord& run) { return run.id == id; });
    return found == m_runs.end() ? -1 : static_cast<int>(found - m_runs.begin());
}

RunId RunList::idAt(int row) const {
    const bool inside = row >= 0 && row < static_cast<int>(m_runs.size());
    return inside ? m_runs[static_cast<std::size_t>(row)].id : RunId::None;
}

const RunRecord* RunList::find(RunId id) const {
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_runs[static_cast<std::size_t>(row)];
}

RunRecord* RunList::edit(RunId id) {
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_runs[static_cast<std::size_t>(row)];
}

std::shared_ptr<TrainingWorker> RunList::worker(RunId id) const {
    const int row = rowOf(id);
    return row < 0 ? nullptr : m_workers[static_cast<std::size_t>(row)];
}

RunId RunList::add(RunRecord record, std::shared_ptr<TrainingWorker> worker) {
    record.id = RunId{++m_lastId};
    record.name = distinctName(record.name, record.plan, m_runs);
    m_runs.push_back(std::move(record));
    m_workers.push_back(std::move(worker));
    emit changed();
    return m_runs.back().id;
}

TakenRun RunList::take(RunId id) {
    const int row = rowOf(id);
    Q_ASSERT(row >= 0);
    TakenRun taken{row, std::move(m_runs[static_cast<std::size_t>(row)]),
                   std::move(m_workers[static_cast<std::size_t>(row)])};
    m_runs.erase(m_runs.begin() + row);
    m_workers.erase(m_workers.begin() + row);
    emit changed();
    return taken;
}

void RunList::putBack(TakenRun run) {
    const int row = std::min(run.row, static_cast<int>(m_runs.size()));
    m_runs.insert(m_runs.begin() + row, std::move(run.record));
    m_workers.insert(m_workers.begin() + row, std::move(run.worker));
    emit changed();
}

void RunList::boundCheckpoints() {
    std::size_t sum = 0;
    for (std::size_t i = m_runs.size(); i-- > 0;) {
        for (const SnapshotPtr& snapshot : m_runs[i].checkpoints) {
            sum += bytesOf(snapshot);
        }
        if (sum > mostCheckpointBytes) {
            m_runs[i].checkpoints.clear();
        }
    }
}

}  // namespace zeropoint::ui
