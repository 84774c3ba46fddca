// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/training_worker.h"

#include <QFile>
#include <QTemporaryFile>

#include <utility>

namespace zeropoint::ui {

Result<Checkpoint> shippedCheckpoint(TaskKind kind) {
    const std::string_view name = taskName(kind);
    QFile resource(QStringLiteral(":/samples/%1.safetensors")
                       .arg(QLatin1String(name.data(), static_cast<qsizetype>(name.size()))));
    // The core reads files, not resources of Qt.
    const std::unique_ptr<QTemporaryFile> file(QTemporaryFile::createNativeFile(resource));
    if (!file) {
        return fail(ErrorCode::ReadFailed, "The sample model cannot be unpacked", std::string(name),
                    "Make room in the folder for temporary files");
    }
    return loadCheckpoint(file->fileName().toStdString());
}

TrainingWorker::TrainingWorker(NextRun plan, SnapshotPtr weights)
    : m_plan(std::move(plan)), m_weights(std::move(weights)) {}

TrainingWorker::TrainingWorker(std::filesystem::path checkpoint) : m_file(std::move(checkpoint)) {}

Result<TrainingRun> TrainingWorker::start() const {
    if (!m_file.empty()) {
        auto resumed = resumeRun(m_file);
        if (resumed || resumed.error().code != ErrorCode::InvalidArgument) {
            return resumed;
        }
        auto weights = loadCheckpoint(m_file);
        if (!weights) {
            return tl::unexpected(weights.error());
        }
        return startRunFrom(std::move(weights->model), weights->info.task, weights->info.training);
    }
    if (m_weights) {
        return startRunFrom(m_weights->model.clone(), m_plan.task, m_plan.training);
    }
    if (m_plan.start == StartFrom::Sample) {
        auto sample = shippedCheckpoint(m_plan.task.kind);
        if (!sample) {
            return tl::unexpected(sample.error());
        }
        TaskSpec task = m_plan.task;
        task.alphabet = sample->info.task.alphabet;
        return startRunFrom(std::move(sample->model), std::move(task), m_plan.training);
    }
    return startRun({m_plan.task, m_plan.sizes, m_plan.training, {}});
}

Result<void> TrainingWorker::prepare() {
    if (m_run.trainer) {
        return {};
    }
    auto run = start();
    if (!run) {
        return tl::unexpected(run.error());
    }
    m_run = std::move(*run);
    m_pool = std::make_unique<ThreadPool>(m_plan.threads);
    m_weights.reset();
    takeSnapshot();
    return {};
}

Execution TrainingWorker::onOwnThreads(const Execution& execution) {
    return {m_pool.get(), execution.progress, execution.stop};
}

Result<void> TrainingWorker::run(const Execution& execution) {
    if (auto ready = prepare(); !ready) {
        return ready;
    }
    TrainingCallbacks callbacks;
    callbacks.step = [this](const StepReport& report) { m_feed.addStep(report); };
    callbacks.evaluation = [this](const EvaluationReport& report) {
        m_feed.addEvaluation(report);
        takeSnapshot();
    };
    const auto result = m_run.trainer->run(onOwnThreads(execution), callbacks);
    takeSnapshot();
    if (!result) {
        return tl::unexpected(result.error());
    }
    return {};
}

Result<void> TrainingWorker::step(const Execution& execution) {
    if (auto ready = prepare(); !ready) {
        return ready;
    }
    const auto report = m_run.trainer->step(onOwnThreads(execution));
    if (report) {
        m_feed.addStep(*report);
    }
    takeSnapshot();
    if (!report) {
        return tl::unexpected(report.error());
    }
    return {};
}

Result<void> TrainingWorker::save(const std::filesystem::path& file) {
    if (auto ready = prepare(); !ready) {
        return ready;
    }
    return saveTrainer(file, *m_run.trainer, m_run.checkpoint->info.task);
}

void TrainingWorker::takeSnapshot() {
    Transformer<float>& model = m_run.checkpoint->model;
    model.prepare({}, BatchRunner<float>::shardCount);
    m_feed.setSnapshot(std::make_shared<const ModelSnapshot>(ModelSnapshot{
        m_run.trainer->stepsDone(), model.clone(), m_run.data, probeModel(model, *m_run.data)}));
}

}  // namespace zeropoint::ui
