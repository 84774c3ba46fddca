// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/run_files.h"

#include "ui/state/runs/kept_run.h"
#include "ui/state/runs/next_run_draft.h"
#include "ui/state/runs/training_worker.h"
#include "ui/state/shipped_files.h"

#include <QFileInfo>

#include <utility>

namespace zeropoint::ui {
namespace {

constexpr std::size_t floatBytes = sizeof(float);

TransformerConfig sizesOnly(const TransformerConfig& from, TransformerConfig to) {
    to.layers = from.layers;
    to.width = from.width;
    to.heads = from.heads;
    to.mlpRatio = from.mlpRatio;
    to.context = from.context;
    return to;
}

/// The store's name for the runs that come from the Train page: the same in every language.
QString experimentOf(TaskKind kind) {
    const std::string_view task = taskName(kind);
    return QStringLiteral("Train page, %1")
        .arg(QString::fromLatin1(task.data(), static_cast<qsizetype>(task.size())));
}

}  // namespace

RunFiles::RunFiles(RunList& runs, RunQueue& queue, QObject* parent)
    : QObject(parent), m_runs(runs), m_queue(queue) {}

/// What the person stopped needs no message.
void RunFiles::tell(const Error& error) {
    if (error.code != ErrorCode::Cancelled) {
        emit failed(error);
    }
}

void RunFiles::markSafe(RunId run, std::uint64_t step) {
    if (RunRecord* record = m_runs.edit(run)) {
        record->safeStep = step;
        m_runs.told();
    }
}

void RunFiles::save(RunId id, const QString& file) {
    write(id, file, &TrainingWorker::save);
}

void RunFiles::saveQuantized(RunId id, const QString& file) {
    write(id, file, &TrainingWorker::saveQuantized);
}

bool RunFiles::savesQuantized(const RunRecord& run) {
    const bool quantizes = run.method() == MethodKind::Ptq || run.method() == MethodKind::Qat;
    // Quantizing here needs weights to begin with: from nothing it can only have been opened.
    const bool opened = run.method() == MethodKind::Ptq && run.plan.start == StartFrom::Scratch;
    return quantizes && !opened && !run.kept() && run.snapshot != nullptr &&
           (run.state == RunState::Finished || run.state == RunState::Stopped);
}

void RunFiles::write(RunId id, const QString& file,
                     Result<void> (TrainingWorker::*how)(const std::filesystem::path& file)) {
    const RunRecord* run = m_runs.find(id);
    if (run == nullptr || m_queue.running() == id) {
        return;
    }
    m_queue.hold();
    m_queue.jobs().startSaving(
        tr("Saving %1").arg(QFileInfo(file).fileName()),
        [worker = m_runs.worker(id), path = file.toStdString(), how](const Execution&) {
            return (worker.get()->*how)(path);
        },
        this,
        [this, id, file, step = run->step](const Result<void>& result) {
            m_queue.release();
            if (result) {
                markSafe(id, step);
                emit saved(file);
            } else {
                tell(result.error());
            }
        });
}

std::optional<NextRun> RunFiles::repeatedTraining(const RunRecord& run) const {
    if (run.state != RunState::Finished || run.kept()) {
        return std::nullopt;
    }
    if (run.method() == MethodKind::Ptq && run.plan.start == StartFrom::Run) {
        const RunRecord* base = m_runs.find(run.plan.base);
        const bool known = base != nullptr && base->method() == MethodKind::Full &&
                           base->step == run.step && sameTask(base->plan.task, run.plan.task);
        return known ? repeatedTraining(*base) : std::nullopt;
    }
    const TransformerConfig own = defaultModel(run.plan.task.kind);
    const bool sample = run.plan.start == StartFrom::Sample;
    const bool scratch = run.plan.start == StartFrom::Scratch && run.method() != MethodKind::Ptq &&
                         sizesOnly(run.plan.sizes, {}) == sizesOnly(own, {});
    if (!sample && !scratch) {
        return std::nullopt;
    }
    NextRun training = run.plan;
    if (run.method() == MethodKind::Ptq) {
        training.training.steps = 0;
    }
    return training;
}

void RunFiles::measure(RunId id, const QString& folder) {
    const RunRecord* run = m_runs.find(id);
    const auto repeated = run == nullptr ? std::nullopt : repeatedTraining(*run);
    if (!m_queue.idle() || !repeated) {
        return;
    }
    std::filesystem::path base;
    if (repeated->start == StartFrom::Sample) {
        const auto sample = unpackSample(run->plan.task.kind, folder);
        if (!sample) {
            emit failed(sample.error());
            return;
        }
        base = *sample;
    }
    m_queue.hold();
    m_queue.jobs().startLong(
        tr("Measuring %1").arg(run->name), QString(),
        [worker = m_runs.worker(id), base, name = run->name.toStdString(),
         training = repeated->training](const Execution& execution) {
            return worker->measure(name, base, training, execution);
        },
        this,
        [this, id, step = run->step,
         experiment = experimentOf(run->plan.task.kind)](const Result<RunResult>& result) {
            m_queue.release();
            if (result) {
                if (RunRecord* record = m_runs.edit(id)) {
                    record->storeKey = keptKey(result->settings);
                }
                markSafe(id, step);
                emit measured(experiment, *result);
            } else {
                tell(result.error());
            }
        });
}

void RunFiles::open(const QString& file) {
    auto worker = std::make_shared<TrainingWorker>(std::filesystem::path(file.toStdString()));
    m_queue.hold();
    m_queue.jobs().start(
        tr("Opening %1").arg(QFileInfo(file).fileName()), QString(),
        [worker](const Execution&) { return worker->prepare(); }, this,
        [this, file, worker](const Result<void>& result) {
            m_queue.release();
            if (result) {
                add(file, worker);
            } else {
                tell(result.error());
            }
        });
}

void RunFiles::add(const QString& file, std::shared_ptr<TrainingWorker> worker) {
    const CheckpointInfo& info = worker->checkpoint()->info;
    const TransformerConfig& model = worker->checkpoint()->model.config();
    RunRecord record;
    record.name = QFileInfo(file).completeBaseName();
    record.plan.task = info.task;
    record.plan.training = info.training;
    record.plan.sizes = sizesOnly(model, {});
    const std::size_t count = parameterCount(model);
    record.facts = {model, count, count, count * floatBytes};
    record.step = worker->stepsDone();
    record.safeStep = record.step;
    if (info.result.step > 0) {
        record.evaluations.push_back(info.result);
        record.seconds = info.result.seconds;
    }
    record.state = record.step >= info.training.steps ? RunState::Finished : RunState::Paused;
    if (worker->packedBytes() > 0) {
        record.plan.method = worker->method();
    }
    const bool over = !record.open();
    const RunId id = m_runs.add(std::move(record), worker);
    m_queue.drain(id);
    if (over) {
        worker->release();
    }
    emit opened(id);
}

}  // namespace zeropoint::ui
