// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/runs/run_record.h"

#include <QObject>

#include <memory>
#include <vector>

namespace zeropoint::ui {

class TrainingWorker;

/// Of all runs' models at their evaluations.
constexpr std::size_t mostCheckpointBytes = std::size_t{256} << 20;

/// A run out of the list: what is needed to put it back where it was.
struct TakenRun {
    int row = 0;
    RunRecord record;
    std::shared_ptr<TrainingWorker> worker;
};

/// The runs of the Train page in the order in which they came, by ids that stay. Whoever changes a
/// record through edit() says so with told().
class RunList : public QObject {
    Q_OBJECT

public:
    explicit RunList(QObject* parent = nullptr);
    ~RunList() override;

    const std::vector<RunRecord>& runs() const { return m_runs; }
    const RunRecord* find(RunId id) const;
    RunRecord* edit(RunId id);
    std::shared_ptr<TrainingWorker> worker(RunId id) const;
    int rowOf(RunId id) const;  ///< -1: no such run
    RunId idAt(int row) const;  ///< None outside the list

    /// Gives the run its id and a name that no other has.
    RunId add(RunRecord record, std::shared_ptr<TrainingWorker> worker);
    TakenRun take(RunId id);
    void putBack(TakenRun run);

    void told() { emit changed(); }
    /// Keeps the models at the evaluations within a sum of bytes over all runs: the oldest runs
    /// lose theirs first.
    void boundCheckpoints();

signals:
    void changed();  ///< a run came or went, or a state changed

private:
    std::vector<RunRecord> m_runs;
    std::vector<std::shared_ptr<TrainingWorker>> m_workers;  ///< one for each run
    quint64 m_lastId = 0;
};

/// Names are technical terms and the same in every language: the store knows runs by them.
/// How the next run is set apart from those that have its name already: by the settings that differ
/// from the last of them, else by a number.
QString distinctName(const QString& stem, const NextRun& plan, const std::vector<RunRecord>& runs);

}  // namespace zeropoint::ui
