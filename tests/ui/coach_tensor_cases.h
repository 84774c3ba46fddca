// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/coach_case.h"
#include "ui/pages/calibrate/calibrate_rules.h"
#include "ui/pages/compare/compare_rules.h"
#include "ui/pages/memory/memory_rules.h"
#include "ui/pages/numbers/numbers_rules.h"

#include <cmath>
#include <limits>
#include <vector>

namespace zeropoint::test {

using namespace zeropoint::ui;

/// Of the pages of values, tensors and files: a settled case of each, from which its cases differ.

inline CalibrateFigures usualTensor() {
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
    f.bitMore = f.bitLess = f.halved = f.estimate;
    f.bitMore.sqnrDb += 6;
    f.bitLess.sqnrDb -= 6;
    f.bitMore.roundMse = f.halved.roundMse = f.estimate.roundMse / 4;
    return f;
}

inline NumbersFigures ofValue(double value) {
    NumberState state;
    state.value = value;
    return numbersFigures(state);
}

inline std::vector<Case<CalibrateFigures>> calibrateCases() {
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
        {"calibrate.skewed_unused",
         [](F& f) {
             f.summary.min = -0.4;
             f.smallestCode = -20;
         },
         // As far on both sides: the range is wide, and nothing leans.
         [](F& f) {
             f.summary.min = -0.6;
             f.smallestCode = -20;
         }},
        {"calibrate.ternary", [](F& f) { f.bits = 2; }, [](F& f) { f.bits = 3; }},
        {"calibrate.outlier",
         [](F& f) {
             f.narrowScale = f.params.scale / 1.31;
             f.narrowed = f.estimate;
         },
         [](F& f) { f.narrowScale = f.params.scale / 1.29; }},
        {"calibrate.code_book",
         [](F& f) {
             f.scheme.format = "nf4";
             f.levels = {-1, -0.4, 0, 0.3, 1};
             f.levelsReached = 5;
         },
         nothing},
        {"calibrate.overflow",
         [](F& f) {
             f.floats = f.cast = true;
             f.largestLevel = 0.9;
         },
         [](F& f) {
             f.floats = f.cast = true;
             f.largestLevel = 1;
         }},
        {"calibrate.block_clipping",
         [](F& f) {
             f.blocks = true;
             f.error.clipMse = f.error.roundMse * 1.6;
         },
         [](F& f) {
             f.blocks = true;
             f.error.clipMse = f.error.roundMse * 1.4;
         }},
        {"calibrate.small_values",
         [](F& f) {
             f.floats = true;
             f.smallestLevel = 0.041;  // half of it is a twentieth of 0.4 and a little
         },
         [](F& f) {
             f.floats = true;
             f.smallestLevel = 0.039;
         }},
        {"calibrate.float_steps",
         [](F& f) {
             f.floats = true;
             f.largestLevel = 1;
             f.stepAtPeak = 0.125;
             f.stepAtSpread = 0.03125;
         },
         // All are below the smallest level.
         [](F& f) { f.floats = true; }},
        {"calibrate.tensor_scale",
         [](F& f) {
             f.blocks = true;
             f.scheme.format = "nvfp4";
         },
         // Its blocks share nothing.
         [](F& f) {
             f.blocks = true;
             f.scheme.format = "mxfp4";
         }},
        {"calibrate.blocks_apart",
         [](F& f) {
             f.blocks = true;
             f.scheme.format = "q4_0";
         },
         nothing},
        {"calibrate.better_range", [](F& f) { f.best.sqnrDb = 41.1; },
         [](F& f) { f.best.sqnrDb = 40.9; }},
        {"calibrate.clipping", [](F& f) { f.error.clipMse = f.error.roundMse * 1.6; },
         // A cast has no range that could be widened.
         [](F& f) {
             f.error.clipMse = f.error.roundMse * 1.6;
             f.cast = true;
         }},
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
        {"calibrate.floor_bias",
         [](F& f) {
             f.scheme.rounding = Rounding::Floor;
             f.error.roundMse *= 4;
         },
         // Most values stand on levels.
         [](F& f) { f.scheme.rounding = Rounding::Floor; }},
        {"calibrate.stochastic",
         [](F& f) {
             f.scheme.rounding = Rounding::Stochastic;
             f.error.roundMse *= 2;
         },
         [](F& f) { f.scheme.rounding = Rounding::Stochastic; }},
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

inline std::vector<Case<NumbersFigures>> numbersCases() {
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
        {"numbers.power_of_two", value(0.25),
         [](F& f) {
             NumberState state;
             state.value = 0.25;
             state.scaleFloats = true;
             f = numbersFigures(state);
         }},
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
        // Near 0.7229, and near 2/7, each is near to a level by chance.
        {"numbers.code_book", value(0.08), value(0.7228)},
        {"numbers.even_levels", value(0.857), value(0.2857)},
    };
}

inline CompareFigures twoColumns() {
    CompareFigures f;
    f.settings = 2;
    f.columns = {{"A", 20, 20, 0.01, 4.5, 1, 2, true, false, 6.02},
                 {"B", 40, 40, 0, 8, 0, 2, true, false, 6.02}};
    return f;
}

inline std::vector<Case<CompareFigures>> compareCases() {
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
             f.columns[0].ownScales = f.columns[1].ownScales = false;
             f.columns[1].floats = true;
         }},
        {"compare.most_zeros", [](F& f) { f.columns[1].becameZero = 0.26; },
         [](F& f) { f.columns[1].becameZero = 0.24; }},
        {"compare.clipping", [](F& f) { f.columns[0].clipMse = 2.1; },
         [](F& f) { f.columns[0].clipMse = 1.9; }},
        {"compare.best_of_equals", [](F& f) { f.best = 1; }, nothing},
        {"compare.no_equals", nothing, [](F& f) { f.best = 0; }},
    };
}

inline FilesFigures twoFiles() {
    return {10, 5, 0, 0, QStringLiteral("w"), 35, 37};
}

inline std::vector<Case<FilesFigures>> filesCases() {
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

inline ScanFigures usualScan() {
    return {QStringLiteral("w"), QStringLiteral("A"), 15, 9, 5, 20};
}

inline std::vector<Case<ScanFigures>> scanCases() {
    using F = ScanFigures;
    const auto nothing = [](F&) {};
    return {
        {"compare.scan_begin", [](F& f) { f.worst.clear(); }, nothing},
        {"compare.scan_peak", [](F& f) { f.worstPeak = 10.1; },
         [](F& f) {
             f.worstPeak = 10.1;
             f.oneStep = false;
         }},
        {"compare.scan_worst", [](F& f) { f.worstPeak = 9.9; }, [](F& f) { f.worstPeak = 10.1; }},
        {"compare.scan_far_below", [](F& f) { f.worstDb = 13.9; }, [](F& f) { f.worstDb = 14.1; }},
    };
}

inline MemoryFigures usualMemory() {
    MemoryFigures f;
    f.known = true;
    f.parameters = f.activeParameters = 7e9;
    f.fp16Weights = 14e9;
    f.full = 60e9;
    f.fullStates = 56e9;
    f.lora = 20e9;
    f.qlora = 10e9;
    f.loraTrained = 100e6;
    f.qloraActivations = 4e9;
    f.name = QStringLiteral("INT4");
    f.weights = 4e9;
    f.cache = 0.5e9;
    f.cacheOfTwice = 1e9;
    f.total = 5e9;
    f.bitsPerWeight = 4.1;
    f.codeBits = 4;
    f.devices = 3;
    f.fitting = 2;
    f.slowest = QStringLiteral("M4");
    f.slowestSpeed = 25;
    return f;
}

inline std::vector<Case<MemoryFigures>> memoryCases() {
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
        // Activations are no state of the optimizer.
        {"memory.full_is_many_times", [](F& f) { f.fullStates = 71e9; },
         [](F& f) { f.full = 99e9; }},
        {"memory.cache_is_large", [](F& f) { f.cache = 1.3e9; }, [](F& f) { f.cache = 1.2e9; }},
        {"memory.scales_cost", [](F& f) { f.bitsPerWeight = 4.25; },
         [](F& f) { f.bitsPerWeight = 4.19; }},
        {"memory.adapters_few", [](F& f) { f.loraTrained = 69e6; },
         [](F& f) { f.loraTrained = 71e6; }},
        {"memory.fits_everywhere", [](F& f) { f.fitting = 3; }, nothing},
        {"memory.assumptions", nothing, [](F& f) { f.known = false; }},
    };
}

}  // namespace zeropoint::test
