// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/training_worker.h"

#include "core/experiment/quantized_run.h"
#include "core/experiment/run_maker.h"
#include "core/files/weight_file.h"
#include "core/methods/ptq/baked_model.h"
#include "core/methods/ptq/quantized_file.h"
#include "core/support/sha256.h"
#include "core/training/checkpoint_metadata.h"

#include <QFile>
#include <QTemporaryFile>

#include <algorithm>
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

TrainingWorker::TrainingWorker(NextRun plan, std::vector<SnapshotPtr> base)
    : m_plan(std::move(plan)), m_base(std::move(base)) {}

TrainingWorker::TrainingWorker(std::filesystem::path checkpoint) : m_file(std::move(checkpoint)) {}

Result<TrainingRun> TrainingWorker::startFromFile() {
    auto resumed = resumeRun(m_file);
    if (resumed || resumed.error().code != ErrorCode::InvalidArgument) {
        return resumed;
    }
    auto weights = loadCheckpoint(m_file);
    if (!weights) {
        return tl::unexpected(weights.error());
    }
    const CheckpointInfo info = weights->info;
    auto run = startRunFrom(std::move(weights->model), info.task, info.training);
    if (run && info.progress.step >= info.training.steps) {
        run->checkpoint->info.progress = info.progress;
        run->checkpoint->info.result = info.result;
        m_doneBefore = info.progress.step;
    }
    if (auto read = run ? readRecipe() : Result<void>(); !read) {
        return tl::unexpected(read.error());
    }
    return run;
}

Result<void> TrainingWorker::readRecipe() {
    return openWeightFile(m_file.string())
        .and_then([](const auto& file) { return packedModelOf(*file); })
        .map([this](std::optional<PackedModel> packed) {
            if (packed) {
                m_plan.method.method = MethodKind::Ptq;
                m_plan.method.recipe = std::move(packed->recipe);
                m_packedBytes = packed->bytes;
            }
        });
}

Result<TrainingRun> TrainingWorker::start() {
    if (!m_file.empty()) {
        return startFromFile();
    }
    if (!m_base.empty()) {
        return startRunFrom(m_base.back()->model.clone(), m_plan.task, m_plan.training);
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
    if (m_run.trainer || m_released) {
        return {};
    }
    auto run = start();
    if (!run) {
        return tl::unexpected(run.error());
    }
    m_run = std::move(*run);
    if (auto attached = attach(); !attached) {
        m_run = {};
        return attached;
    }
    if (m_plan.method.method != MethodKind::Ptq) {
        m_base.clear();
    }
    takeSnapshot();
    return {};
}

Result<void> TrainingWorker::attach() {
    Transformer<float>& model = m_run.checkpoint->model;
    auto attached = attachRun(m_plan.method, m_plan.training.seed, model);
    if (!attached) {
        return tl::unexpected(attached.error());
    }
    m_attached = std::move(*attached);
    if (m_packedBytes > 0) {
        tellFacts(m_packedBytes, 0);
        return {};
    }
    tellFacts(m_attached.sizeBytes, model.parameters().trainableCount());
    if (!m_attached.qat.empty() || !m_attached.adapters.empty()) {
        // The trainer's copies must have the attachments' own parameters too.
        auto trainer = Trainer::create(model, *m_run.data, m_run.checkpoint->info.training);
        if (!trainer) {
            return tl::unexpected(trainer.error());
        }
        m_run.trainer.emplace(std::move(*trainer));
    }
    if (!m_attached.qat.empty()) {
        m_watch.emplace(model, m_attached.qat);
    }
    return {};
}

Execution TrainingWorker::onOwnThreads(const Execution& execution) {
    if (!m_pool) {
        m_pool = std::make_unique<ThreadPool>(m_plan.threads);
    }
    return {m_pool.get(), execution.progress, execution.stop};
}

void TrainingWorker::noteStep(const StepReport& report) {
    m_feed.addStep(report);
    if (m_watch) {
        m_watch->step();
    }
}

Result<void> TrainingWorker::run(const Execution& execution) {
    if (auto ready = prepare(); !ready) {
        return ready;
    }
    if (m_plan.method.method == MethodKind::Ptq) {
        return quantizeAll(onOwnThreads(execution));
    }
    TrainingCallbacks callbacks;
    callbacks.step = [this](const StepReport& report) { noteStep(report); };
    callbacks.evaluation = [this](const EvaluationReport& report) {
        m_feed.addEvaluation(report);
        takeSnapshot();
    };
    const auto result = m_run.trainer->run(onOwnThreads(execution), callbacks);
    if (!result || result->reason == StopReason::NoProgress) {
        takeSnapshot();
    }
    if (!result) {
        return tl::unexpected(result.error());
    }
    return {};
}

Result<void> TrainingWorker::quantizeAll(const Execution& execution) {
    std::vector<SnapshotPtr> bases = m_base;
    if (bases.empty()) {
        bases.push_back(std::make_shared<const ModelSnapshot>(ModelSnapshot{
            m_plan.training.steps, m_run.checkpoint->model.clone(), m_run.data, {}, {}}));
    }
    for (std::size_t i = 0; i < bases.size(); ++i) {
        if (auto done = quantize(*bases[i], execution); !done) {
            return done;
        }
        if (execution.progress) {
            execution.progress(static_cast<double>(i + 1) / static_cast<double>(bases.size()));
        }
    }
    return {};
}

Result<void> TrainingWorker::quantize(const ModelSnapshot& base, const Execution& execution) {
    const Execution quiet{execution.pool, {}, execution.stop};
    auto quantized = applyPtq(base.model, *m_run.data, m_plan.method.recipe, quiet);
    if (!quantized) {
        return tl::unexpected(quantized.error());
    }
    BatchRunner<float> runner;
    quantized->model.prepare({}, BatchRunner<float>::shardCount);
    const auto score = evaluateOn(quantized->model, *m_run.data, runner, quiet);
    if (!score) {
        return tl::unexpected(score.error());
    }
    EvaluationReport report;
    report.step = base.step;
    report.testLoss = score->meanLoss();
    report.accuracy = accuracyOf(m_run.data->accuracyKind(), *score);
    m_feed.addEvaluation(report);
    tellFacts(quantized->size.bytes(), 0);
    m_feed.addSnapshot(std::make_shared<const ModelSnapshot>(
        ModelSnapshot{base.step,
                      bakedModel(*quantized),
                      m_run.data,
                      probeModel(quantized->model, *m_run.data),
                      {}}));
    m_quantizedResult = report;
    m_quantized.emplace(std::move(*quantized));
    return {};
}

Result<void> TrainingWorker::step(const Execution& execution) {
    if (auto ready = prepare(); !ready) {
        return ready;
    }
    const auto report = m_run.trainer->step(onOwnThreads(execution));
    if (report) {
        noteStep(*report);
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
    const bool plain = m_attached.qat.empty() && m_attached.adapters.empty();
    if (plain && !m_released) {
        return saveTrainer(file, *m_run.trainer, m_run.checkpoint->info.task);
    }
    // A checkpoint holds a plain model: of a run through quantizers or beside adapters, the weights
    // as they are used. Such a run cannot go on from it, nor can one that is over.
    Transformer<float>& model = m_run.checkpoint->model;
    if (plain) {
        return saveCheckpoint(file, model, info());
    }
    model.prepare({}, BatchRunner<float>::shardCount);
    return saveCheckpoint(file, asUsed(m_attached, model), info());
}

CheckpointInfo TrainingWorker::info() const {
    const CheckpointInfo& kept = m_run.checkpoint->info;
    return m_released ? kept
                      : CheckpointInfo{kept.task, m_run.trainer->config(),
                                       m_run.trainer->progress(), m_run.trainer->lastEvaluation()};
}

Result<void> TrainingWorker::saveQuantized(const std::filesystem::path& file) {
    const auto write = [&](const QuantizedModel& quantized, const CheckpointInfo& info) {
        return writeQuantizedModel(file.string(), quantized, {}, checkpointMetadata(info))
            .map([](std::uint64_t) {});
    };
    if (m_plan.method.method != MethodKind::Ptq) {
        Transformer<float>& model = m_run.checkpoint->model;
        model.prepare({}, BatchRunner<float>::shardCount);
        return quantizedRun(m_plan.method, m_attached, model).and_then([&](const auto& quantized) {
            return write(quantized, info());
        });
    }
    if (!m_quantized) {
        return fail(ErrorCode::InvalidArgument, "The run has not quantized its model yet",
                    file.string(), "Let it finish first");
    }
    CheckpointInfo info = m_run.checkpoint->info;
    info.training = m_plan.training;
    info.progress.step = info.training.steps;  // it is over, and does not go on from the file
    info.result = m_quantizedResult;
    return write(*m_quantized, info);
}

Result<RunResult> TrainingWorker::measure(const std::string& name,
                                          const std::filesystem::path& base,
                                          const TrainingConfig& training,
                                          const Execution& execution) {
    if (m_result) {
        return *m_result;
    }
    ExperimentSpec spec;
    spec.name = name;
    spec.task = m_plan.task;
    spec.base = base;
    spec.training = training;
    spec.seeds = {training.seed};
    spec.runs = {m_plan.method};
    spec.runs.front().name = name;
    ExperimentInput input;
    input.data = m_run.data;
    input.baseHash = sha256OfFile(base).value_or(std::string());
    input.textHash = sha256OfFile(spec.task.textFile).value_or(std::string());
    const RunMaker maker(spec, input, {});
    RunCallbacks callbacks;
    callbacks.artifacts = true;
    const Execution own = onOwnThreads({nullptr, {}, execution.stop});
    const RunSpec& run = spec.runs.front();
    Transformer<float>& model = m_run.checkpoint->model;
    auto result = run.method == MethodKind::Ptq
                      ? maker.quantize(run, training.seed, model, callbacks, own)
                      : maker.adopt(run, training.seed, model, m_attached,
                                    {stepsDone(), trainingSeconds()}, callbacks, own);
    if (result) {
        m_result = *result;
    }
    m_pool.reset();
    return result;
}

std::uint64_t TrainingWorker::stepsDone() const {
    return std::max(m_doneBefore, m_run.trainer ? m_run.trainer->stepsDone() : 0);
}

double TrainingWorker::trainingSeconds() const {
    return m_run.trainer ? m_run.trainer->trainingSeconds() : m_trainingSeconds;
}

void TrainingWorker::release() {
    if (m_run.trainer) {
        m_trainingSeconds = m_run.trainer->trainingSeconds();
        CheckpointInfo& info = m_run.checkpoint->info;
        if (m_doneBefore == 0) {
            info.progress = m_run.trainer->progress();
            info.result = m_run.trainer->lastEvaluation();
        }
        m_doneBefore = stepsDone();
        m_run.trainer.reset();
    }
    if (m_run.checkpoint) {
        m_run.checkpoint->firstMoment = {};
        m_run.checkpoint->secondMoment = {};
        m_run.checkpoint->best = {};
    }
    m_watch.reset();
    m_pool.reset();
    m_base.clear();
    m_released = true;
}

void TrainingWorker::tellFacts(std::uint64_t bytes, std::size_t trained) {
    const Transformer<float>& model = m_run.checkpoint->model;
    m_feed.setFacts({model.config(), model.parameters().count(), trained, bytes});
}

std::vector<SiteInsight> TrainingWorker::insight() const {
    std::vector<SiteInsight> found;
    for (std::size_t i = 0; m_watch && i < m_attached.qat.size(); ++i) {
        const QatSite& site = m_attached.qat[i];
        if (site.weight && !site.weight->grids().empty()) {
            found.push_back({site.site.name, m_watch->weights(i), site.weight->grids().front()});
        }
    }
    return found;
}

void TrainingWorker::takeSnapshot() {
    Transformer<float>& model = m_run.checkpoint->model;
    model.prepare({}, BatchRunner<float>::shardCount);
    m_feed.addSnapshot(std::make_shared<const ModelSnapshot>(
        ModelSnapshot{stepsDone(), withAdapters(model, m_attached.adapters), m_run.data,
                      probeModel(model, *m_run.data), insight()}));
}

}  // namespace zeropoint::ui
