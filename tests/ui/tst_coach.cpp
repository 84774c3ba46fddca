// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/coach_panel.h"
#include "ui/pages/calibrate/calibrate_questions.h"
#include "ui/pages/calibrate/calibrate_rules.h"
#include "ui/pages/compare/compare_questions.h"
#include "ui/pages/compare/compare_rules.h"
#include "ui/pages/interview/interview_questions.h"
#include "ui/pages/interview/interview_rules.h"
#include "ui/pages/learn/learn_questions.h"
#include "ui/pages/learn/learn_rules.h"
#include "ui/pages/memory/memory_questions.h"
#include "ui/pages/memory/memory_rules.h"
#include "ui/pages/numbers/numbers_questions.h"
#include "ui/pages/numbers/numbers_rules.h"
#include "ui/pages/tradeoff/trade_off_questions.h"
#include "ui/pages/tradeoff/trade_off_rules.h"
#include "ui/pages/train/train_questions.h"
#include "ui/pages/train/train_rules.h"
#include "ui/state/settings_catalogue.h"
#include "ui/theme/apply_theme.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

using namespace zeropoint;
using namespace zeropoint::ui;

namespace {

/// Figures in which a rule applies, and ones as near as can be in which it does not.
template <typename Figures>
struct Case {
    const char* rule;
    std::function<void(Figures&)> yes;
    std::function<void(Figures&)> no;
};

/// A settled case of each page, from which the cases differ.

CalibrateFigures usualTensor() {
    CalibrateFigures f;
    f.summary.count = f.summary.finite = 1000;
    f.summary.min = -1;
    f.summary.max = 1;
    f.summary.std = 0.4;
    f.summary.kurtosis = 3;
    f.scheme.format = "int8";
    f.params.scale = 1.0 / 127;
    f.error = {-1, 1, 6e-6, 2e-6, 4e-6, 40, 0.001, 0.01};
    f.estimate = f.best = f.full = f.error;
    f.largestCode = 127;
    f.smallestCode = -127;
    f.error.roundMse = f.params.scale * f.params.scale / 12;
    return f;
}

NumbersFigures ofValue(double value) {
    NumberState state;
    state.value = value;
    return numbersFigures(state);
}

TrainFigures usualRun() {
    TrainFigures f;
    f.run = true;
    f.name = QStringLiteral("FP32");
    f.parameters = 30'000;
    f.trained = 30'000;
    f.bytes = 120'000;
    f.outputs = 64;
    EvaluationReport report;
    for (std::uint64_t step = 1; step <= 5; ++step) {
        report.step = step * 100;
        report.trainLoss = report.testLoss = report.validationLoss = 2.0 / double(step);
        report.accuracy = 0.5;
        f.evaluations.push_back(report);
    }
    return f;
}

RunSummary summaryOf(const char* name, MethodKind method, double accuracy, double kilobytes) {
    RunSummary run;
    run.name = name;
    run.method = method;
    run.accuracy = accuracy;
    run.sizeBytes = kilobytes * 1000;
    run.seeds = {1, 2};
    run.accuracyCi95.low = accuracy - 0.02;
    run.accuracyCi95.high = accuracy + 0.02;
    run.onFront = true;
    return run;
}

TradeOffFigures usualRuns() {
    TradeOffFigures f;
    f.runs = {summaryOf("FP32", MethodKind::Full, 0.96, 120),
              summaryOf("INT8 PTQ", MethodKind::Ptq, 0.95, 34),
              summaryOf("INT4 PTQ", MethodKind::Ptq, 0.85, 20)};
    return f;
}

InterviewFigures usualDay() {
    InterviewFigures f;
    f.all.cards = 100;
    f.all.answered = 80;
    f.all.recall = 0.7;
    f.fresh = 20;
    f.answersOfWeek = 20;
    f.rememberedOfWeek = 18;
    f.asked = true;
    f.limit = 180;
    return f;
}

std::vector<Case<CalibrateFigures>> calibrateCases() {
    using F = CalibrateFigures;
    const auto nothing = [](F&) {};
    return {
        {"calibrate.no_values", [](F& f) { f.summary.finite = 0; }, nothing},
        {"calibrate.constant", [](F& f) { f.summary.min = f.summary.max = 3; }, nothing},
        {"calibrate.nothing_lost", [](F& f) { f.error.mse = 0; },
         [](F& f) {
             f.error.mse = 0;
             f.summary.min = f.summary.max;
         }},
        {"calibrate.not_finite", [](F& f) { f.summary.nan = 1; }, nothing},
        {"calibrate.half_unused",
         [](F& f) {
             f.summary.min = 0;
             f.smallestCode = 0;
         },
         [](F& f) {
             f.summary.min = 0;
             f.scheme.symmetric = false;
         }},
        {"calibrate.skewed_unused", [](F& f) { f.smallestCode = -20; },
         [](F& f) { f.smallestCode = -70; }},
        {"calibrate.ternary", [](F& f) { f.bits = 2; }, [](F& f) { f.bits = 3; }},
        {"calibrate.outlier", [](F& f) { f.narrowScale = f.params.scale / 1.31; },
         [](F& f) { f.narrowScale = f.params.scale / 1.29; }},
        {"calibrate.code_book", [](F& f) { f.scheme.format = "nf4"; }, nothing},
        {"calibrate.better_range", [](F& f) { f.best.sqnrDb = 41.1; },
         [](F& f) { f.best.sqnrDb = 40.9; }},
        {"calibrate.clipping", [](F& f) { f.error.clipMse = f.error.roundMse * 1.6; },
         [](F& f) { f.error.clipMse = f.error.roundMse * 1.4; }},
        {"calibrate.no_clipping", [](F& f) { f.error.clipMse = 0; }, nothing},
        {"calibrate.rounding", [](F& f) { f.error.clipMse = f.error.roundMse / 1.6; },
         [](F& f) { f.error.clipMse = f.error.roundMse / 1.4; }},
        {"calibrate.balanced", [](F& f) { f.error.clipMse = f.error.roundMse * 1.4; },
         [](F& f) { f.error.clipMse = f.error.roundMse * 1.6; }},
        {"calibrate.tie",
         [](F& f) {
             f.sample.tie = true;
             f.sample.scaled = 62.5;
             f.sample.rounded = 62;
         },
         nothing},
        {"calibrate.zero_point_costs_nothing",
         [](F& f) {
             f.scheme.symmetric = false;
             f.mirrored = f.error;
             f.mirrored.sqnrDb = 39.6;
         },
         [](F& f) {
             f.scheme.symmetric = false;
             f.mirrored = f.error;
             f.mirrored.sqnrDb = 39.4;
         }},
        {"calibrate.floor_bias", [](F& f) { f.scheme.rounding = Rounding::Floor; }, nothing},
        {"calibrate.stochastic", [](F& f) { f.scheme.rounding = Rounding::Stochastic; }, nothing},
        {"calibrate.zeros_are_free", [](F& f) { f.summary.zeros = 260; },
         [](F& f) { f.summary.zeros = 240; }},
        {"calibrate.power_of_two", [](F& f) { f.scheme.scaleFormat = ScaleFormat::E8m0; }, nothing},
        {"calibrate.heavy_tail", [](F& f) { f.summary.kurtosis = 6.1; },
         [](F& f) {
             f.summary.kurtosis = 6.1;
             f.scheme.granularity = Granularity::Group;
         }},
        {"calibrate.as_theory_says", nothing, [](F& f) { f.error.roundMse *= 0.7; }},
        {"calibrate.below_theory", [](F& f) { f.error.roundMse *= 0.7; }, nothing},
        {"calibrate.one_bit_more",
         [](F& f) {
             f.bits = 4;
             f.error.clipMse = 0;
         },
         [](F& f) { f.error.clipMse = 0; }},
        {"calibrate.skew",
         [](F& f) {
             f.scheme.symmetric = false;
             f.summary.skew = -0.8;
         },
         [](F& f) {
             f.scheme.symmetric = false;
             f.summary.skew = 0.7;
         }},
    };
}

std::vector<Case<NumbersFigures>> numbersCases() {
    using F = NumbersFigures;
    const auto value = [](double x) { return [x](F& f) { f = ofValue(x); }; };
    const auto seen = [](double x, const char* format) {
        return [x, format](F& f) {
            NumberState state;
            state.value = x;
            state.inspected = QString::fromLatin1(format);
            f = numbersFigures(state);
        };
    };
    return {
        {"numbers.not_finite", value(std::numeric_limits<double>::infinity()), value(0.1)},
        {"numbers.zero", value(0), value(0.1)},
        {"numbers.power_of_two", value(0.25), value(0.3)},
        {"numbers.all_exact",
         [](F& f) {
             NumberState state;
             state.value = 3;
             state.formats = {QStringLiteral("fp32"), QStringLiteral("fp16")};
             f = numbersFigures(state);
         },
         value(3)},
        {"numbers.some_exact", value(0.75), value(0.1)},
        {"numbers.none_exact", value(0.1), value(0.75)},
        {"numbers.underflow", value(0.01), value(0.75)},
        {"numbers.overflow", value(70000), value(0.5)},
        {"numbers.subnormal", seen(1e-5, "fp16"), seen(1e-4, "fp16")},
        // Halfway between 1 and its neighbour in FP16: 1 + 2^-11.
        {"numbers.halfway", seen(1 + std::pow(2, -11), "fp16"), seen(1.0004, "fp16")},
        // TF32 has FP16's ten mantissa bits.
        {"numbers.same_mantissa", seen(0.1, "fp16"), seen(0.1, "bf16")},
        {"numbers.steps", seen(0.1, "bf16"), seen(0.5, "bf16")},
        {"numbers.exponent_against_mantissa", value(0.1), value(70000)},
        {"numbers.coarse_integer", value(0.05), value(0.5)},
        // NF4 has a level at 0.0796 and INT4 its next at 1/7; in the tail it is the other way.
        {"numbers.code_book", value(0.08), value(0.857)},
        {"numbers.even_levels", value(0.857), value(0.08)},
    };
}

std::vector<Case<TrainFigures>> trainCases() {
    using F = TrainFigures;
    const auto nothing = [](F&) {};
    const auto method = [](MethodKind kind) { return [kind](F& f) { f.method = kind; }; };
    return {
        {"train.nothing_yet", [](F& f) { f.run = false; }, nothing},
        {"train.failed", [](F& f) { f.failed = true; }, nothing},
        {"train.overfits", [](F& f) { f.evaluations.back().trainLoss -= 0.21; },
         [](F& f) { f.evaluations.back().trainLoss -= 0.19; }},
        {"train.past_its_best",
         [](F& f) { f.evaluations.back().validationLoss = f.best().validationLoss * 1.3; },
         [](F& f) {
             f.evaluations.back().validationLoss = f.evaluations[3].validationLoss * 1.01;
         }},
        {"train.learned_nothing", [](F& f) { f.evaluations.back().testLoss = 4.1; },
         [](F& f) { f.evaluations.back().testLoss = 4.0; }},
        {"train.rounding_broke_it",
         [](F& f) {
             f.method = MethodKind::Ptq;
             f.baseAccuracy = 0.61;
         },
         [](F& f) {
             f.method = MethodKind::Ptq;
             f.baseAccuracy = 0.59;
         }},
        {"train.rounding_was_free",
         [](F& f) {
             f.method = MethodKind::Ptq;
             f.baseAccuracy = 0.504;
             f.weightBits = 8;
         },
         [](F& f) {
             f.method = MethodKind::Ptq;
             f.baseAccuracy = 0.506;
             f.weightBits = 8;
         }},
        {"train.qat_keeps_fp32", method(MethodKind::Qat), nothing},
        {"train.ptq_trains_nothing", method(MethodKind::Ptq), nothing},
        {"train.full_costs_four", nothing, method(MethodKind::Qat)},
        {"train.adapters_train_few",
         [](F& f) {
             f.method = MethodKind::Lora;
             f.trained = 3000;
         },
         method(MethodKind::Lora)},
        {"train.qlora_freezes_nf4", method(MethodKind::Qlora), method(MethodKind::Lora)},
        {"train.adapters_are_large_here",
         [](F& f) {
             f.method = MethodKind::Lora;
             f.trained = 4600;
         },
         [](F& f) {
             f.method = MethodKind::Lora;
             f.trained = 4400;
         }},
        {"train.adapters_are_small",
         [](F& f) {
             f.method = MethodKind::Qlora;
             f.trained = 1400;
         },
         [](F& f) {
             f.method = MethodKind::Qlora;
             f.trained = 1600;
         }},
        {"train.near_entropy", [](F& f) { f.entropy = 0.39; }, [](F& f) { f.entropy = 0.37; }},
        {"train.above_entropy", [](F& f) { f.entropy = 0.37; }, [](F& f) { f.entropy = 0.39; }},
        {"train.plateau",
         [](F& f) { f.evaluations[4].testLoss = f.evaluations[1].testLoss * 0.995; }, nothing},
        {"train.progress", nothing, [](F& f) { f.evaluations.back().accuracy = 1; }},
    };
}

std::vector<Case<TradeOffFigures>> tradeOffCases() {
    using F = TradeOffFigures;
    const auto nothing = [](F&) {};
    const auto with = [](const char* name, MethodKind method, double accuracy, double kilobytes) {
        return [=](F& f) { f.runs.push_back(summaryOf(name, method, accuracy, kilobytes)); };
    };
    return {
        {"tradeoff.nothing_yet", [](F& f) { f.runs.clear(); }, nothing},
        {"tradeoff.chosen_is_beaten",
         [](F& f) {
             f.runs.push_back(summaryOf("NF4 PTQ", MethodKind::Ptq, 0.80, 21));
             f.selected = "NF4 PTQ";
         },
         [](F& f) { f.selected = "INT4 PTQ"; }},
        {"tradeoff.same_size", with("INT4 QAT", MethodKind::Qat, 0.9, 20.1),
         with("INT4 QAT", MethodKind::Qat, 0.9, 21)},
        {"tradeoff.cliff", [](F& f) { f.runs[2].accuracy = 0.74; },
         [](F& f) { f.runs[2].accuracy = 0.76; }},
        {"tradeoff.not_told_from_full", [](F& f) { f.runs[1].alike = {"FP32"}; }, nothing},
        {"tradeoff.adapters_behind", with("LoRA", MethodKind::Lora, 0.9, 130),
         [](F& f) {
             f.runs.push_back(summaryOf("LoRA", MethodKind::Lora, 0.95, 130));
             f.runs.back().alike = {"FP32"};
         }},
        {"tradeoff.adapters_as_good",
         [](F& f) {
             f.runs.push_back(summaryOf("LoRA", MethodKind::Lora, 0.95, 130));
             f.runs.back().alike = {"FP32"};
         },
         with("LoRA", MethodKind::Lora, 0.9, 130)},
        {"tradeoff.adapters_are_large", with("LoRA", MethodKind::Lora, 0.9, 121),
         with("LoRA", MethodKind::Lora, 0.9, 119)},
        {"tradeoff.qlora_pays_little",
         [](F& f) {
             f.runs.push_back(summaryOf("LoRA", MethodKind::Lora, 0.9, 130));
             f.runs.push_back(summaryOf("QLoRA", MethodKind::Qlora, 0.89, 40));
         },
         [](F& f) {
             f.runs.push_back(summaryOf("LoRA", MethodKind::Lora, 0.9, 130));
             f.runs.push_back(summaryOf("QLoRA", MethodKind::Qlora, 0.87, 40));
         }},
        {"tradeoff.unsteady", [](F& f) { f.runs[2].accuracySd = 0.04; },
         [](F& f) { f.runs[2].accuracySd = 0.02; }},
        {"tradeoff.one_seed",
         [](F& f) {
             for (RunSummary& run : f.runs) {
                 run.seeds = {1};
             }
         },
         [](F& f) { f.runs[0].seeds = {1}; }},
        {"tradeoff.wide_intervals", [](F& f) { f.runs[2].accuracyCi95.low = 0.7; }, nothing},
        {"tradeoff.cheapest_as_good", [](F& f) { f.runs[1].alike = {"FP32"}; }, nothing},
        {"tradeoff.front", nothing, [](F& f) { f.runs.clear(); }},
    };
}

std::vector<Case<InterviewFigures>> interviewCases() {
    using F = InterviewFigures;
    const auto nothing = [](F&) {};
    return {
        {"interview.first_time", [](F& f) { f.all.answered = 0; }, nothing},
        {"interview.wrong_number", [](F& f) { f.revealed = f.judged = true; },
         [](F& f) { f.revealed = f.judged = f.right = true; }},
        {"interview.nothing_written", [](F& f) { f.revealed = true; },
         [](F& f) { f.revealed = f.written = true; }},
        {"interview.over_time", [](F& f) { f.seconds = 181; }, [](F& f) { f.seconds = 180; }},
        {"interview.often_forgotten", [](F& f) { f.rememberedOfWeek = 13; },
         [](F& f) { f.rememberedOfWeek = 14; }},
        {"interview.hardly_forgotten", [](F& f) { f.rememberedOfWeek = 20; },
         [](F& f) { f.rememberedOfWeek = 19; }},
        {"interview.weak_topic",
         [](F& f) {
             f.weakTopic = QStringLiteral("Scale");
             f.weakness = 0.61;
         },
         [](F& f) {
             f.weakTopic = QStringLiteral("Scale");
             f.weakness = 0.59;
         }},
        {"interview.many_due", [](F& f) { f.all.due = 21; }, [](F& f) { f.all.due = 20; }},
        {"interview.half_unseen", [](F& f) { f.fresh = 51; }, [](F& f) { f.fresh = 50; }},
        {"interview.recall", nothing, [](F& f) { f.all.answered = 0; }},
    };
}

CompareFigures twoColumns() {
    CompareFigures f;
    f.settings = 2;
    f.columns = {{"A", 20, 20, 0.01, 4.5, 1, 2, true}, {"B", 40, 40, 0, 8, 0, 2, true}};
    return f;
}

std::vector<Case<CompareFigures>> compareCases() {
    using F = CompareFigures;
    const auto nothing = [](F&) {};
    return {
        {"compare.nothing_known", [](F& f) { f.columns.clear(); }, nothing},
        {"compare.one_column", [](F& f) { f.settings = 1; }, nothing},
        {"compare.cheaper_and_as_good", [](F& f) { f.columns[0].sqnrDb = 39.95; },
         [](F& f) { f.columns[0].sqnrDb = 39.85; }},
        {"compare.hidden_channels", [](F& f) { f.columns[0].medianChannelDb = 16.9; },
         [](F& f) { f.columns[0].medianChannelDb = 17.1; }},
        {"compare.outliers_share_a_scale",
         [](F& f) {
             f.outlierChannels = 1;
             f.columns[0].ownScales = f.columns[1].ownScales = false;
         },
         [](F& f) {
             f.outlierChannels = 1;
             f.columns[0].ownScales = false;
         }},
        {"compare.most_zeros", [](F& f) { f.columns[1].becameZero = 0.26; },
         [](F& f) { f.columns[1].becameZero = 0.24; }},
        {"compare.clipping", [](F& f) { f.columns[0].clipMse = 2.1; },
         [](F& f) { f.columns[0].clipMse = 1.9; }},
        {"compare.best_of_equals", [](F& f) { f.best = 1; }, nothing},
        {"compare.no_equals", nothing, [](F& f) { f.best = 0; }},
    };
}

FilesFigures twoFiles() {
    return {10, 5, 0, 0, QStringLiteral("w"), 35, 37};
}

std::vector<Case<FilesFigures>> filesCases() {
    using F = FilesFigures;
    const auto nothing = [](F&) {};
    return {
        {"compare.files_open", [](F& f) { f.pairs = 0; }, nothing},
        {"compare.files_equal",
         [](F& f) {
             f.different = 0;
             f.worst.clear();
         },
         nothing},
        {"compare.files_alone", [](F& f) { f.alone = 1; }, nothing},
        {"compare.files_worst", [](F& f) { f.worstDb = 33.9; }, [](F& f) { f.worstDb = 34.1; }},
        {"compare.files_even", [](F& f) { f.worstDb = 34.1; }, [](F& f) { f.worstDb = 33.9; }},
        {"compare.files_energy", nothing, [](F& f) { f.different = 0; }},
    };
}

ScanFigures usualScan() {
    return {QStringLiteral("w"), QStringLiteral("A"), 15, 9, 5, 20};
}

std::vector<Case<ScanFigures>> scanCases() {
    using F = ScanFigures;
    const auto nothing = [](F&) {};
    return {
        {"compare.scan_begin", [](F& f) { f.worst.clear(); }, nothing},
        {"compare.scan_peak", [](F& f) { f.worstPeak = 10.1; }, [](F& f) { f.worstPeak = 9.9; }},
        {"compare.scan_worst", [](F& f) { f.worstPeak = 9.9; }, [](F& f) { f.worstPeak = 10.1; }},
        {"compare.scan_far_below", [](F& f) { f.worstDb = 13.9; }, [](F& f) { f.worstDb = 14.1; }},
    };
}

MemoryFigures usualMemory() {
    MemoryFigures f;
    f.known = true;
    f.parameters = f.activeParameters = 7e9;
    f.fp16Weights = 14e9;
    f.full = 60e9;
    f.lora = 20e9;
    f.qlora = 10e9;
    f.loraTrained = 100e6;
    f.qloraActivations = 4e9;
    f.name = QStringLiteral("INT4");
    f.weights = 4e9;
    f.cache = 0.5e9;
    f.total = 5e9;
    f.bitsPerWeight = 4.1;
    f.codeBits = 4;
    f.devices = 3;
    f.fitting = 2;
    f.slowest = QStringLiteral("M4");
    f.slowestSpeed = 25;
    return f;
}

std::vector<Case<MemoryFigures>> memoryCases() {
    using F = MemoryFigures;
    const auto nothing = [](F&) {};
    return {
        {"memory.no_model", [](F& f) { f.known = false; }, nothing},
        {"memory.cache_outgrows", [](F& f) { f.cache = 4.1e9; }, [](F& f) { f.cache = 3.9e9; }},
        {"memory.fits_nowhere", [](F& f) { f.fitting = 0; }, [](F& f) { f.fitting = 1; }},
        {"memory.slow", [](F& f) { f.slowestSpeed = 7.9; }, [](F& f) { f.slowestSpeed = 8.1; }},
        {"memory.experts", [](F& f) { f.activeParameters = 3.4e9; },
         [](F& f) { f.activeParameters = 3.6e9; }},
        {"memory.activations_rule_qlora", [](F& f) { f.qloraActivations = 5.1e9; },
         [](F& f) { f.qloraActivations = 4.9e9; }},
        {"memory.qlora_saves_little", [](F& f) { f.qlora = 15.1e9; },
         [](F& f) { f.qlora = 14.9e9; }},
        {"memory.full_is_many_times", [](F& f) { f.full = 71e9; }, [](F& f) { f.full = 69e9; }},
        {"memory.cache_is_large", [](F& f) { f.cache = 1.3e9; }, [](F& f) { f.cache = 1.2e9; }},
        {"memory.scales_cost", [](F& f) { f.bitsPerWeight = 4.25; },
         [](F& f) { f.bitsPerWeight = 4.19; }},
        {"memory.adapters_few", [](F& f) { f.loraTrained = 69e6; },
         [](F& f) { f.loraTrained = 71e6; }},
        {"memory.fits_everywhere", [](F& f) { f.fitting = 3; }, nothing},
        {"memory.assumptions", nothing, [](F& f) { f.known = false; }},
    };
}

LearnFigures usualLearner() {
    LearnFigures f;
    f.lessons = 8;
    f.finished = 2;
    f.asked = 20;
    f.right = 12;
    f.cards = 9;
    return f;
}

std::vector<Case<LearnFigures>> learnCases() {
    using F = LearnFigures;
    const auto nothing = [](F&) {};
    return {
        {"learn.first_time", [](F& f) { f.asked = 0; }, nothing},
        {"learn.all_done", [](F& f) { f.finished = 8; }, [](F& f) { f.finished = 7; }},
        {"learn.nearly_finished",
         [](F& f) {
             f.begun = QStringLiteral("Formats");
             f.begunLeft = 3;
         },
         [](F& f) {
             f.begun = QStringLiteral("Formats");
             f.begunLeft = 4;
         }},
        {"learn.mostly_wrong", [](F& f) { f.right = 7; }, [](F& f) { f.right = 8; }},
        {"learn.nearly_all_right", [](F& f) { f.right = 19; }, [](F& f) { f.right = 18; }},
        {"learn.skipped", [](F& f) { f.skipped = QStringLiteral("Formats"); }, nothing},
        {"learn.cards_are_ready", nothing, [](F& f) { f.finished = 0; }},
        {"learn.next_one", [](F& f) { f.minutes = 100; }, nothing},
    };
}

template <typename Figures>
bool fires(const CoachRule<Figures>& rule, Figures base,
           const std::function<void(Figures&)>& change) {
    change(base);
    return rule.applies(base);
}

/// Every rule of a page has a case, applies where it shall and nowhere else, says something whole,
/// and names a setting that there is.
template <typename Figures>
void checkRules(std::span<const CoachRule<Figures>> rules, const Figures& base,
                const std::vector<Case<Figures>>& cases) {
    QCOMPARE(cases.size(), rules.size());
    for (const CoachRule<Figures>& rule : rules) {
        const auto found = std::find_if(cases.begin(), cases.end(), [&](const auto& one) {
            return std::string_view(one.rule) == rule.name;
        });
        QVERIFY2(found != cases.end(), rule.name);
        QVERIFY2(fires(rule, base, found->yes), rule.name);
        QVERIFY2(!fires(rule, base, found->no), rule.name);
        Figures figures = base;
        found->yes(figures);
        const QString said = rule.say(figures);
        static const QRegularExpression unfilled(QStringLiteral("%[0-9n]"));
        QVERIFY2(said.size() > 20, rule.name);
        QVERIFY2(!unfilled.match(said).hasMatch(), qPrintable(said));
        QVERIFY2(!said.contains(QStringLiteral("nan")), qPrintable(said));
        if (rule.next != nullptr) {
            const TryNext next = rule.next(figures);
            QVERIFY2(!next.text.isEmpty(), rule.name);
            QVERIFY2(next.setting.isEmpty() || SettingsCatalogue::find(next.setting) != nullptr,
                     qPrintable(next.setting));
            const Setting* setting = SettingsCatalogue::find(next.setting);
            QVERIFY2(setting == nullptr || setting->kind != SettingKind::Choice ||
                         setting->choices.contains(next.value.toString()),
                     qPrintable(next.setting + QLatin1Char(' ') + next.value.toString()));
        }
    }
}

/// One question with its answer and one thing to try next, for the figures of every rule.
template <typename Figures>
void checkQuestions(std::span<const CoachRule<Figures>> rules,
                    std::span<const CoachQuestion<Figures>> questions, const Figures& base,
                    const std::vector<Case<Figures>>& cases) {
    QCOMPARE(questions.size(), rules.size());
    for (const CoachRule<Figures>& rule : rules) {
        const CoachQuestion<Figures>* question = questionOf(questions, rule);
        QVERIFY2(question != nullptr, rule.name);
        Figures figures = base;
        for (const Case<Figures>& one : cases) {
            if (std::string_view(one.rule) == rule.name) {
                one.yes(figures);
            }
        }
        QVERIFY2((rule.next != nullptr) != (question->next != nullptr), rule.name);
        const CoachText text = advise(rules, questions, figures);
        QVERIFY2(!text.next.text.isEmpty(), rule.name);
        const Setting* setting = SettingsCatalogue::find(text.next.setting);
        QVERIFY2(text.next.setting.isEmpty() || setting != nullptr, qPrintable(text.next.setting));
        QVERIFY2(setting == nullptr || setting->kind != SettingKind::Choice ||
                     setting->choices.contains(text.next.value.toString()),
                 qPrintable(text.next.setting + QLatin1Char(' ') + text.next.value.toString()));
        static const QRegularExpression unfilled(QStringLiteral("%[0-9n]|nan|\\binf\\b"));
        for (const Prediction& asked : {question->ask(figures), text.prediction}) {
            const QString all = asked.question + QLatin1Char('\n') +
                                asked.options.join(QLatin1Char('\n')) + QLatin1Char('\n') +
                                asked.explanation;
            QVERIFY2(asked.options.size() >= 2, rule.name);
            QVERIFY2(asked.correct >= 0 && asked.correct < asked.options.size(), rule.name);
            QStringList options = asked.options;
            QVERIFY2(options.removeDuplicates() == 0, qPrintable(all));
            QVERIFY2(asked.question.size() > 10 && asked.explanation.size() > 10, qPrintable(all));
            QVERIFY2(!unfilled.match(all).hasMatch(), qPrintable(all));
        }
    }
}

}  // namespace

class TestCoach : public QObject {
    Q_OBJECT

private slots:
    void rulesOfCalibrate() { checkRules(calibrateRules(), usualTensor(), calibrateCases()); }
    void rulesOfNumbers() { checkRules(numbersRules(), ofValue(0.3), numbersCases()); }
    void rulesOfTrain() { checkRules(trainRules(), usualRun(), trainCases()); }
    void rulesOfTradeOff() { checkRules(tradeOffRules(), usualRuns(), tradeOffCases()); }
    void rulesOfInterview() { checkRules(interviewRules(), usualDay(), interviewCases()); }

    void rulesOfCompare() { checkRules(compareRules(), twoColumns(), compareCases()); }
    void rulesOfTwoFiles() { checkRules(filesRules(), twoFiles(), filesCases()); }
    void rulesOfAScan() { checkRules(scanRules(), usualScan(), scanCases()); }
    void rulesOfMemory() { checkRules(memoryRules(), usualMemory(), memoryCases()); }
    void rulesOfLearn() { checkRules(learnRules(), usualLearner(), learnCases()); }

    void everyRuleAsksAndNamesWhatIsNext() {
        checkQuestions(calibrateRules(), calibrateQuestions(), usualTensor(), calibrateCases());
        checkQuestions(numbersRules(), numbersQuestions(), ofValue(0.3), numbersCases());
        checkQuestions(trainRules(), trainQuestions(), usualRun(), trainCases());
        checkQuestions(tradeOffRules(), tradeOffQuestions(), usualRuns(), tradeOffCases());
        checkQuestions(interviewRules(), interviewQuestions(), usualDay(), interviewCases());
        checkQuestions(compareRules(), compareQuestions(), twoColumns(), compareCases());
        checkQuestions(filesRules(), filesQuestions(), twoFiles(), filesCases());
        checkQuestions(scanRules(), scanQuestions(), usualScan(), scanCases());
        checkQuestions(memoryRules(), memoryQuestions(), usualMemory(), memoryCases());
        checkQuestions(learnRules(), learnQuestions(), usualLearner(), learnCases());
    }

    // What is worked out by hand, for figures that decide it.
    void theRightOptionFollowsTheFigures() {
        const auto asked = [](const auto& questions, const char* rule, const auto& figures) {
            for (const auto& question : questions) {
                if (std::string_view(question.rule) == rule) {
                    return question.ask(figures);
                }
            }
            return Prediction();
        };
        // From 0 to 1 the symmetric step is 1 / 127 and that with a zero point 1 / 255: a half.
        CalibrateFigures oneSided = usualTensor();
        oneSided.summary.min = 0;
        QCOMPARE(asked(calibrateQuestions(), "calibrate.half_unused", oneSided).correct, 2);
        // 1000 values; without the last the step is 0.001 and the reach 0.127: rounding of
        // 8.3e-8 and (1 - 0.127)^2 / 1000 = 7.6e-4 of clipping. Against an MSE of 6e-6 it rises,
        // against 1e-2 it falls.
        CalibrateFigures outlier = usualTensor();
        outlier.narrowScale = 0.001;
        QCOMPARE(asked(calibrateQuestions(), "calibrate.outlier", outlier).correct, 1);
        outlier.error.mse = 1e-2;
        QCOMPARE(asked(calibrateQuestions(), "calibrate.outlier", outlier).correct, 0);
        // The whole range would round at (1 / 127)^2 / 12 = 5.2e-6.
        CalibrateFigures clipped = usualTensor();
        clipped.full.mse = 5.2e-6;
        clipped.estimate.mse = 1e-5;
        QCOMPARE(asked(calibrateQuestions(), "calibrate.clipping", clipped).correct, 0);
        clipped.estimate.mse = 1e-6;
        QCOMPARE(asked(calibrateQuestions(), "calibrate.clipping", clipped).correct, 1);
        // 70000 is beyond FP16, which BF16 holds as 70144.
        QCOMPARE(
            asked(numbersQuestions(), "numbers.exponent_against_mantissa", ofValue(0.3)).correct,
            1);
        // 0.5 * 3 has two mantissa bits: exact in the floats, not in INT8 up to 1.
        QCOMPARE(asked(numbersQuestions(), "numbers.power_of_two", ofValue(0.5)).correct, 1);
        // E5M2 has infinities, E4M3 has none.
        QCOMPARE(asked(numbersQuestions(), "numbers.not_finite",
                       ofValue(std::numeric_limits<double>::infinity()))
                     .correct,
                 1);
        ScanFigures scan = usualScan();
        scan.worstDb = 5;
        scan.worstTotalDb = 20;  // 15 dB are two and a half bits
        const Prediction bits = asked(scanQuestions(), "compare.scan_far_below", scan);
        QCOMPARE(bits.options[bits.correct], QStringLiteral("3"));
        MemoryFigures memory = usualMemory();
        memory.weights = 4e9;
        memory.cache = 5e9;
        memory.total = 10e9;
        QCOMPARE(asked(memoryQuestions(), "memory.fits_nowhere", memory).correct, 1);
    }

    // A float's steps grow with its values: half the range is not a quarter of its error.
    void evenStepsAreAskedOfIntegersAlone() {
        CalibrateFigures f = usualTensor();
        f.error.clipMse = 0;
        f.best = f.estimate;
        QCOMPARE(advise(calibrateRules(), calibrateQuestions(), f).prediction.question,
                 QStringLiteral("Halve the range. What becomes of the rounding error inside it?"));
        f.scheme.format = "fp8-e4m3";
        f.integer = false;
        f.estimate = f.best = f.full = {};
        QVERIFY(advise(calibrateRules(), calibrateQuestions(), f).prediction.options.isEmpty());
        f.error.clipMse = f.error.roundMse / 2;  // there are no bits to add or to take away
        const CoachText text = advise(calibrateRules(), calibrateQuestions(), f);
        QVERIFY(text.prediction.options.isEmpty());
        QVERIFY(text.next.setting != QStringLiteral("calibrate.scheme.bits"));
    }

    void aBitMoreIsOneMore() {
        CalibrateFigures f = usualTensor();
        f.error.clipMse = f.error.roundMse / 2;
        for (const int bits : {4, 8, 15}) {
            f.bits = bits;
            const CoachText text = advise(calibrateRules(), calibrateQuestions(), f);
            QCOMPARE(text.next.setting, QStringLiteral("calibrate.scheme.bits"));
            QCOMPARE(text.next.value.toInt(), bits + 1);
        }
    }

    // Five new cards at ten a day are one day, and half of that is not another answer.
    void whatHasTwoEqualOptionsIsNotAsked() {
        InterviewFigures f = usualDay();
        f.all.answered = 1;
        f.all.cards = 8;
        f.fresh = 5;
        const auto half = std::ranges::find_if(interviewQuestions(), [](const auto& question) {
            return std::string_view(question.rule) == "interview.half_unseen";
        });
        QVERIFY(half->ask(f).options.removeDuplicates() > 0);
        const CoachText text = advise(interviewRules(), interviewQuestions(), f);
        QVERIFY(!text.prediction.options.isEmpty());
        QVERIFY(text.prediction.question != half->ask(f).question);
    }

    void thereAreManyWithNamesOfTheirOwn() {
        QSet<QString> names;
        std::size_t all = 0;
        const auto take = [&](const auto& rules) {
            for (const auto& rule : rules) {
                names.insert(QString::fromLatin1(rule.name));
                ++all;
            }
        };
        take(calibrateRules());
        take(numbersRules());
        take(trainRules());
        take(tradeOffRules());
        take(interviewRules());
        take(compareRules());
        take(filesRules());
        take(scanRules());
        take(memoryRules());
        take(learnRules());
        QCOMPARE(std::size_t(names.size()), all);
        QCOMPARE_GE(all, std::size_t{60});
    }

    void theBestRangeIsNotCalledTooWide() {
        const auto rules = calibrateRules();
        const auto rounding = std::ranges::find_if(rules, [](const auto& rule) {
            return QLatin1String(rule.name) == "calibrate.rounding";
        });
        QVERIFY(rounding != rules.end());
        CalibrateFigures f = usualTensor();  // its range is the best
        QVERIFY(!rounding->say(f).contains(QStringLiteral("narrower")));
        f.best.sqnrDb = f.estimate.sqnrDb + 1.5;
        QVERIFY(rounding->say(f).contains(QStringLiteral("narrower")));
    }

    void theHeaviestTwoAreSaid() {
        CalibrateFigures f = usualTensor();
        f.summary.min = 0;
        f.smallestCode = 0;
        f.summary.nan = 3;
        f.sample.tie = true;
        const CoachText text = advise(calibrateRules(), f);
        QCOMPARE(text.paragraphs.size(), 2);
        QVERIFY(text.paragraphs[0].contains(QStringLiteral("NaN")));
        QVERIFY(text.paragraphs[1].contains(QStringLiteral("never used")));
        // 128 of the 256 codes lie between 0 and 127.
        QVERIFY(text.paragraphs[1].contains(QStringLiteral("50 %")));
        QCOMPARE(text.next.setting, QStringLiteral("calibrate.scheme.zero_point"));
        QCOMPARE(text.next.value, QJsonValue("asymmetric"));
    }

    // What was revealed was about the figures that were asked of.
    void aRevealedAnswerBelongsToItsFigures() {
        CoachPanel panel;
        panel.show();
        CoachText text;
        text.paragraphs = {QStringLiteral("x")};
        text.prediction = {QStringLiteral("Q?"),
                           {QStringLiteral("a"), QStringLiteral("b")},
                           1,
                           QStringLiteral("because of 1")};
        panel.setText(text);
        QCoreApplication::processEvents();  // what has just been made gets its place
        // Only the mark and the words of a choice take clicks.
        QTest::mouseClick(panel.findChild<QRadioButton*>(QStringLiteral("coach_option_1")),
                          Qt::LeftButton, {}, QPoint(8, 8));
        QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("coach_reveal")),
                          Qt::LeftButton);
        auto* answer = panel.findChild<QLabel*>(QStringLiteral("coach_answer"));
        QVERIFY(answer->isVisible());
        panel.setText(text);
        QVERIFY(answer->isVisible());
        text.prediction.explanation = QStringLiteral("because of 2");
        panel.setText(text);
        QVERIFY(!answer->isVisible());
    }

    /// Long answers fold: nothing reaches beyond the panel, whose close button stays in sight.
    void longAnswersFold() {
        CoachPanel panel;
        panel.resize(panel.width(), 700);
        panel.show();
        CoachText text;
        text.paragraphs = {QStringLiteral("x")};
        const QString answer = QStringLiteral("One scale is stored for every 128 of the weights");
        text.prediction = {QStringLiteral("Q?"), {answer, QStringLiteral("b")}, 1, {}};
        panel.setText(text);
        QCoreApplication::processEvents();
        auto* option = panel.findChild<QRadioButton*>(QStringLiteral("coach_option_0"));
        QCOMPARE(option->text().simplified(), answer);
        QVERIFY(option->text().contains(QLatin1Char('\n')));
        QCOMPARE(option->accessibleName(), answer);
        for (const char* name : {"coach_option_0", "coach_close", "coach_reveal"}) {
            const auto* widget = panel.findChild<QWidget*>(QLatin1String(name));
            QCOMPARE_LE(widget->mapTo(&panel, widget->rect().bottomRight()).x(), panel.width());
        }
    }

    void whatToTryNextIsOneClick() {
        CoachPanel panel;
        panel.show();
        QSignalSpy tried(&panel, &CoachPanel::tried);
        auto* button = panel.findChild<QPushButton*>(QStringLiteral("coach_try"));
        CoachText text;
        text.next = {QStringLiteral("Try it"), QStringLiteral("calibrate.scheme.bits"), 4};
        panel.setText(text);
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(tried.count(), 1);
        QCOMPARE(tried[0][0].toString(), QStringLiteral("calibrate.scheme.bits"));
        text.next.setting.clear();
        panel.setText(text);
        QVERIFY(!button->isVisible());
        QVERIFY(panel.findChild<QLabel*>(QStringLiteral("coach_next"))->isVisible());
        panel.setText({});
        QVERIFY(!panel.findChild<QLabel*>(QStringLiteral("coach_next"))->isVisible());
    }
};

QTEST_MAIN(TestCoach)
#include "tst_coach.moc"
