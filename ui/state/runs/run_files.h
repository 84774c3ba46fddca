// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/run_result.h"
#include "ui/state/runs/run_queue.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>
#include <optional>

namespace zeropoint::ui {

class TrainingWorker;

/// Runs of the Train page to and from files, and into the store of the Trade-off page.
class RunFiles : public QObject {
    Q_OBJECT

public:
    RunFiles(RunList& runs, RunQueue& queue, QObject* parent = nullptr);

    /// Saves a run that is not training: what it goes on from, or once it is over its weights.
    void save(RunId run, const QString& file);
    /// Saves a quantized run as packed codes, which open() and any page that opens files take up.
    void saveQuantized(RunId run, const QString& file);
    /// A run of this page whose codes are at hand.
    static bool savesQuantized(const RunRecord& run);
    /// Adds the run of a checkpoint, ready to go on.
    void open(const QString& file);
    /// Measures a run that an experiment can repeat. `folder` holds the unpacked samples.
    void measure(RunId run, const QString& folder);
    /// The training that an experiment repeats for the run, from random weights in a task's own
    /// sizes or from a sample: the run's own, or that of the run which it quantized; of 0 steps
    /// where it quantized a sample as it stands. Nothing: no experiment can.
    std::optional<NextRun> repeatedTraining(const RunRecord& run) const;

signals:
    void saved(const QString& file);
    void opened(zeropoint::ui::RunId run);
    void measured(const QString& experiment, const zeropoint::RunResult& result);
    void failed(const zeropoint::Error& error);

private:
    void tell(const Error& error);
    void write(RunId id, const QString& file,
               Result<void> (TrainingWorker::*how)(const std::filesystem::path& file));
    void markSafe(RunId run, std::uint64_t step);
    void add(const QString& file, std::shared_ptr<TrainingWorker> worker);

    RunList& m_runs;
    RunQueue& m_queue;
};

}  // namespace zeropoint::ui
