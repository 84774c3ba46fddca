// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_experiment.h"

#include "core/experiment/run_maker.h"
#include "core/support/sha256.h"
#include "core/training/checkpoint.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace zeropoint {
namespace {

/// A training, and what is quantized from its result.
struct Task {
    std::uint64_t seed = 0;
    std::optional<std::size_t> run;  ///< nullopt: a full training that only serves the others
    std::vector<std::size_t> quantized;
};

std::vector<Task> tasksOf(const ExperimentSpec& spec) {
    std::vector<std::size_t> quantized;
    std::optional<std::size_t> full;
    for (std::size_t i = 0; i < spec.runs.size(); ++i) {
        if (spec.runs[i].method == MethodKind::Ptq) {
            quantized.push_back(i);
        } else if (spec.runs[i].method == MethodKind::Full && !full) {
            full = i;
        }
    }
    std::vector<Task> tasks;
    for (const std::uint64_t seed : spec.seeds) {
        if (full || !quantized.empty()) {
            tasks.push_back({seed, full, quantized});
        }
        for (std::size_t i = 0; i < spec.runs.size(); ++i) {
            if (spec.runs[i].method != MethodKind::Ptq && full != i) {
                tasks.push_back({seed, i, {}});
            }
        }
    }
    return tasks;
}

/// One experiment while it runs: hands results and callbacks from the threads to the caller.
class Conductor {
public:
    Conductor(const ExperimentSpec& spec, const ExperimentInput& input,
              const ExperimentCallbacks& callbacks, const Execution& execution,
              std::optional<double> baseAccuracy)
        : m_spec(spec),
          m_maker(spec, input, baseAccuracy),
          m_callbacks(callbacks),
          m_execution(execution),
          m_tasks(tasksOf(spec)),
          m_caller(std::this_thread::get_id()) {}

    ExperimentOutcome run();

private:
    /// What cannot begin is told before anything is trained, not hours later at its turn.
    void settleRefused();
    void perform(const Task& task, ThreadPool* pool);
    void quantizeBase(const Task& task, ThreadPool* pool);
    void quantizeAll(const Task& task, const Transformer<float>& trained, ThreadPool* pool);
    RunCallbacks callbacksFor(const RunKey& key);
    void begin(const RunKey& key);
    void settle(const RunKey& key, const Result<RunResult>& result);
    void countStep();
    void sortResults();

    template <typename Callback, typename... Args>
    void tell(const Callback& callback, const Args&... args) {
        if (callback) {
            const std::scoped_lock lock(m_mutex);
            callback(args...);
        }
    }

    const ExperimentSpec& m_spec;
    RunMaker m_maker;
    const ExperimentCallbacks& m_callbacks;
    const Execution& m_execution;
    std::vector<Task> m_tasks;
    std::thread::id m_caller;
    std::atomic<std::size_t> m_steps{0};
    std::mutex m_mutex;  ///< of the callbacks and the outcome
    ExperimentOutcome m_outcome;
};

void Conductor::settleRefused() {
    std::erase_if(m_tasks, [this](const Task& task) {
        if (!task.run || m_spec.training.steps == 0) {
            return false;
        }
        const RunSpec& run = m_spec.runs[*task.run];
        const auto ready =
            run.method == MethodKind::Full ? Result<void>() : m_maker.check(run, task.seed);
        if (!ready) {
            settle({*task.run, task.seed}, tl::unexpected(ready.error()));
        }
        return !ready;
    });
}

ExperimentOutcome Conductor::run() {
    settleRefused();
    ThreadPool* pool = m_execution.pool;
    if (m_tasks.size() == 1 || pool == nullptr) {
        for (const Task& task : m_tasks) {
            perform(task, pool);
        }
    } else {
        pool->run(m_tasks.size(), [this](std::size_t i) { perform(m_tasks[i], nullptr); });
    }
    sortResults();
    return std::move(m_outcome);
}

void Conductor::sortResults() {
    const auto place = [this](const RunResult& result) {
        const auto run =
            std::find_if(m_spec.runs.begin(), m_spec.runs.end(),
                         [&](const RunSpec& spec) { return spec.name == result.name; });
        const auto seed = std::find(m_spec.seeds.begin(), m_spec.seeds.end(), result.seed);
        return std::pair(run - m_spec.runs.begin(), seed - m_spec.seeds.begin());
    };
    std::sort(m_outcome.runs.begin(), m_outcome.runs.end(),
              [&](const RunResult& a, const RunResult& b) { return place(a) < place(b); });
}

void Conductor::begin(const RunKey& key) {
    tell(m_callbacks.started, key);
}

void Conductor::countStep() {
    const std::size_t done = ++m_steps;
    if (m_execution.progress && std::this_thread::get_id() == m_caller) {
        const double all = static_cast<double>(m_tasks.size() * m_spec.training.steps);
        m_execution.progress(std::min(1.0, static_cast<double>(done) / all));
    }
}

RunCallbacks Conductor::callbacksFor(const RunKey& key) {
    RunCallbacks callbacks;
    callbacks.artifacts = m_callbacks.artifacts;
    callbacks.step = [this] { countStep(); };
    callbacks.evaluation = [this, key](const EvaluationReport& report) {
        tell(m_callbacks.evaluation, key, report);
    };
    if (m_callbacks.insight) {
        callbacks.insight = [this, key](const QatWatch& watch) {
            tell(m_callbacks.insight, key, watch);
        };
    }
    return callbacks;
}

void Conductor::settle(const RunKey& key, const Result<RunResult>& result) {
    const std::scoped_lock lock(m_mutex);
    if (result) {
        m_outcome.runs.push_back(*result);
        if (m_callbacks.finished) {
            m_callbacks.finished(*result);
        }
    } else if (result.error().code == ErrorCode::Cancelled) {
        m_outcome.cancelled = true;
    } else {
        m_outcome.failed.push_back({key, result.error()});
        if (m_callbacks.failed) {
            m_callbacks.failed(key, result.error());
        }
    }
}

void Conductor::perform(const Task& task, ThreadPool* pool) {
    if (m_execution.stopRequested()) {
        const std::scoped_lock lock(m_mutex);
        m_outcome.cancelled = true;
        return;
    }
    if (m_spec.training.steps == 0) {
        quantizeBase(task, pool);
        return;
    }
    const Execution execution{pool, {}, m_execution.stop};
    std::optional<Transformer<float>> trained;
    // Post-training quantization alone needs the full training too, but nobody is told of it.
    RunKey key{task.run.value_or(0), task.seed};
    RunSpec hidden;
    RunCallbacks callbacks;
    callbacks.step = [this] { countStep(); };
    if (task.run) {
        begin(key);
        callbacks = callbacksFor(key);
    }
    const RunSpec& run = task.run ? m_spec.runs[*task.run] : hidden;
    const bool full = run.method == MethodKind::Full;
    const auto result =
        m_maker.train(run, task.seed, callbacks, execution, full ? &trained : nullptr);
    if (task.run) {
        settle(key, result);
    }
    if (trained) {
        quantizeAll(task, *trained, pool);
    } else {
        for (const std::size_t index : task.quantized) {
            settle({index, task.seed}, result);
        }
    }
}

/// validate() lets nothing else be done in 0 steps.
void Conductor::quantizeBase(const Task& task, ThreadPool* pool) {
    auto base = m_maker.startModel(task.seed);
    if (base) {
        quantizeAll(task, *base, pool);
        return;
    }
    for (const std::size_t index : task.quantized) {
        settle({index, task.seed}, tl::unexpected(base.error()));
    }
}

void Conductor::quantizeAll(const Task& task, const Transformer<float>& trained, ThreadPool* pool) {
    for (const std::size_t index : task.quantized) {
        const RunKey key{index, task.seed};
        begin(key);
        settle(key, m_maker.quantize(m_spec.runs[index], task.seed, trained, callbacksFor(key),
                                     {pool, {}, m_execution.stop}));
    }
}

}  // namespace

namespace {

/// The hash of a file that the results depend on; nothing for an empty path.
Result<void> takeHash(const std::filesystem::path& file, const std::string& expected,
                      std::string& hash) {
    if (file.empty()) {
        return {};
    }
    auto found = sha256OfFile(file);
    if (!found) {
        return tl::unexpected(found.error());
    }
    if (!expected.empty() && expected != *found) {
        return fail(ErrorCode::InvalidArgument,
                    "This is not the file that the experiment was made with", file.string(),
                    "Put that file back, or leave its sha256 out to go on with this one");
    }
    hash = std::move(*found);
    return {};
}

}  // namespace

Result<ExperimentInput> openExperiment(const ExperimentSpec& spec) {
    if (auto valid = validate(spec); !valid) {
        return tl::unexpected(valid.error());
    }
    ExperimentInput input;
    if (auto hashed = takeHash(spec.base, spec.baseHash, input.baseHash); !hashed) {
        return tl::unexpected(hashed.error());
    }
    if (auto hashed = takeHash(spec.task.textFile, spec.textHash, input.textHash); !hashed) {
        return tl::unexpected(hashed.error());
    }
    TaskSpec task = spec.task;
    std::size_t context = defaultModel(task.kind).context;
    std::optional<TaskSpec> baseTask;
    if (!spec.base.empty()) {
        auto checkpoint = loadCheckpoint(spec.base);
        if (!checkpoint) {
            return tl::unexpected(checkpoint.error());
        }
        baseTask = checkpoint->info.task;
        task.alphabet = baseTask->alphabet;
        context = checkpoint->model.config().context;
        input.base.emplace(std::move(checkpoint->model));
    }
    auto data = openTask(task, context);
    if (!data) {
        return tl::unexpected(data.error());
    }
    input.data = *data;
    if (input.base) {
        if (auto fits = input.data->fits(input.base->config()); !fits) {
            return tl::unexpected(fits.error());
        }
    }
    const bool sameTask = baseTask && baseTask->kind == task.kind &&
                          baseTask->custom == task.custom && baseTask->textFile == task.textFile;
    if (baseTask && !sameTask) {
        // A text of the user's own may be gone: then nothing is said about forgetting it.
        if (const auto baseData = openTask(*baseTask, context)) {
            input.baseData = *baseData;
        }
    }
    return input;
}

Result<ExperimentOutcome> runExperiment(const ExperimentSpec& spec, const ExperimentInput& input,
                                        const ExperimentCallbacks& callbacks,
                                        const Execution& execution) {
    if (auto valid = validate(spec); !valid) {
        return tl::unexpected(valid.error());
    }
    std::optional<double> baseAccuracy;
    if (input.base) {
        if (auto fits = input.data->fits(input.base->config()); !fits) {
            return tl::unexpected(fits.error());
        }
        if (input.baseData) {
            Transformer<float> base = input.base->clone();
            BatchRunner<float> runner;
            const auto score = evaluateOn(base, *input.baseData, runner, execution);
            if (!score) {
                return ExperimentOutcome{{}, {}, true};
            }
            baseAccuracy = accuracyOf(input.baseData->accuracyKind(), *score);
        }
    }
    return Conductor(spec, input, callbacks, execution, baseAccuracy).run();
}

}  // namespace zeropoint
