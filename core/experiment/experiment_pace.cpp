// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment_pace.h"

#include "core/experiment/run_maker.h"
#include "core/support/stopwatch.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace zeropoint {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t trialSteps = 5;  ///< the first warms caches up and is not counted

const RunSpec* firstOf(const ExperimentSpec& spec, MethodKind method) {
    const auto found = std::find_if(spec.runs.begin(), spec.runs.end(),
                                    [&](const RunSpec& run) { return run.method == method; });
    return found == spec.runs.end() ? nullptr : &*found;
}

/// Post-training quantization begins with a full training, whether that is a run or not.
bool trainsFully(const ExperimentSpec& spec) {
    return firstOf(spec, MethodKind::Full) != nullptr || firstOf(spec, MethodKind::Ptq) != nullptr;
}

/// What a run's steps take, and the rest of it.
struct Trial {
    double step = 0;
    double rest = 0;
};

class Pacer {
public:
    Pacer(ExperimentSpec spec, const ExperimentInput& input, const Execution& execution,
          RunsOn runsOn)
        : m_spec(std::move(spec)),
          m_input(input),
          m_execution{runsOn == RunsOn::AllThreads ? execution.pool : nullptr, {}, execution.stop} {
        m_spec.training.steps = trialSteps;
        m_spec.training.warmup = std::min(m_spec.training.warmup, trialSteps);
        m_spec.training.evaluateEvery = trialSteps;
    }

    Result<Trial> train(const RunSpec& run, std::optional<Transformer<float>>* trained) const;
    Result<double> quantize(const RunSpec& run, const Transformer<float>& trained) const;
    Result<double> evaluate(const Transformer<float>& model) const;

private:
    RunMaker maker() const { return {m_spec, m_input, std::nullopt}; }

    ExperimentSpec m_spec;
    const ExperimentInput& m_input;
    Execution m_execution;
};

Result<Trial> Pacer::train(const RunSpec& run, std::optional<Transformer<float>>* trained) const {
    std::vector<Clock::time_point> ends;
    RunCallbacks callbacks;
    callbacks.step = [&ends] { ends.push_back(Clock::now()); };
    const Stopwatch watch;
    if (auto made = maker().train(run, m_spec.seeds.front(), callbacks, m_execution, trained);
        !made) {
        return tl::unexpected(made.error());
    }
    const double whole = watch.seconds();
    std::vector<double> steps;
    for (std::size_t i = 1; i < ends.size(); ++i) {
        steps.push_back(std::chrono::duration<double>(ends[i] - ends[i - 1]).count());
    }
    if (steps.empty()) {
        return Trial{whole, 0};
    }
    std::nth_element(steps.begin(), steps.begin() + std::ptrdiff_t(steps.size() / 2), steps.end());
    const double step = steps[steps.size() / 2];
    return Trial{step, std::max(0.0, whole - step * static_cast<double>(ends.size()))};
}

Result<double> Pacer::quantize(const RunSpec& run, const Transformer<float>& trained) const {
    const Stopwatch watch;
    return maker()
        .quantize(run, m_spec.seeds.front(), trained, {}, m_execution)
        .map([&](const auto&) { return watch.seconds(); });
}

Result<double> Pacer::evaluate(const Transformer<float>& model) const {
    const Stopwatch watch;
    BatchRunner<float> runner;
    for (const HeldOut part : {HeldOut::Test, HeldOut::Validation}) {
        if (auto score = evaluateOn(model, *m_input.data, runner, m_execution, 0, part); !score) {
            return tl::unexpected(score.error());
        }
    }
    return watch.seconds();
}

double secondsOfTraining(const ExperimentSpec& spec, const ExperimentPace& pace,
                         MethodKind method) {
    const double evaluations =
        static_cast<double>(spec.training.steps) /
        static_cast<double>(std::max<std::size_t>(spec.training.evaluateEvery, 1));
    const auto found = pace.step.find(method);
    const double step = found == pace.step.end() ? 0 : found->second;
    return static_cast<double>(spec.training.steps) * step + evaluations * pace.evaluation +
           pace.closing;
}

}  // namespace

Result<ExperimentPace> measurePace(const ExperimentSpec& spec, const ExperimentInput& input,
                                   const Execution& execution, RunsOn runsOn) {
    if (auto valid = validate(spec); !valid) {
        return tl::unexpected(valid.error());
    }
    const Pacer pacer(spec, input, execution, runsOn);
    const std::size_t all = spec.runs.size() + 1;
    std::size_t done = 0;
    const auto tell = [&] {
        if (execution.progress) {
            execution.progress(static_cast<double>(++done) / static_cast<double>(all));
        }
    };
    ExperimentPace pace;
    std::optional<Transformer<float>> trained;
    const RunSpec plain;
    for (const MethodKind method :
         {MethodKind::Full, MethodKind::Qat, MethodKind::Lora, MethodKind::Qlora}) {
        const bool full = method == MethodKind::Full;
        const RunSpec* run = full && trainsFully(spec) ? &plain : firstOf(spec, method);
        if (run == nullptr) {
            continue;
        }
        auto trial = pacer.train(*run, full ? &trained : nullptr);
        if (!trial) {
            return tl::unexpected(trial.error());
        }
        pace.step[method] = trial->step;
        pace.closing = std::max(pace.closing, trial->rest);
        tell();
    }
    std::size_t quantized = 0;
    for (const RunSpec& run : spec.runs) {
        if (run.method != MethodKind::Ptq || !trained) {
            continue;
        }
        auto seconds = pacer.quantize(run, *trained);
        if (!seconds) {
            return tl::unexpected(seconds.error());
        }
        pace.quantizing += *seconds;
        ++quantized;
        tell();
    }
    pace.quantizing /= static_cast<double>(std::max<std::size_t>(quantized, 1));
    if (trained) {
        auto seconds = pacer.evaluate(*trained);
        if (!seconds) {
            return tl::unexpected(seconds.error());
        }
        pace.evaluation = *seconds;
    } else {
        pace.evaluation = pace.closing / 2;  // a run's end scores both parts, and predicts one
    }
    return pace;
}

double secondsOf(const ExperimentSpec& spec, const ExperimentPace& pace, std::size_t threads) {
    const auto training = [&](MethodKind method) { return secondsOfTraining(spec, pace, method); };
    // As runExperiment shares them out: post-training quantization follows its seed's training.
    double first = trainsFully(spec) ? training(MethodKind::Full) : 0;
    double sum = 0;
    double longest = 0;
    bool taken = false;  // by the full training that post-training quantization follows
    for (const RunSpec& run : spec.runs) {
        if (run.method == MethodKind::Ptq) {
            first += pace.quantizing;
        } else if (run.method == MethodKind::Full && !std::exchange(taken, true)) {
            continue;
        } else {
            sum += training(run.method);
            longest = std::max(longest, training(run.method));
        }
    }
    sum = (sum + first) * static_cast<double>(spec.seeds.size());
    // A task is not shared out any further.
    return std::max({sum / static_cast<double>(std::max<std::size_t>(threads, 1)), longest, first});
}

double secondsInTurn(const ExperimentSpec& spec, const ExperimentPace& pace) {
    double sum = 0;
    for (const RunSpec& run : spec.runs) {
        sum += run.method == MethodKind::Ptq ? pace.quantizing
                                             : secondsOfTraining(spec, pace, run.method);
    }
    return sum;
}

}  // namespace zeropoint
