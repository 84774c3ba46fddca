// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/number_format.h"
#include "core/numerics/scale_rule.h"

#include <cstdint>
#include <string>

namespace zeropoint {

enum class Granularity { Tensor, Channel, Group };

/// How scales themselves are stored; they are rounded to it before any code is made.
enum class ScaleFormat { Fp32, Fp16, Bf16, E8m0, Double };

/// Whose arithmetic is followed to the code. Zeropoint is the definitions of docs/DEFINITIONS.md.
enum class Convention { Zeropoint, PyTorch, Onnx, TfLite, TensorRt, Gguf };

/// What becomes of a value beyond the largest level of a floating-point format.
enum class OverflowRule {
    Usual,     ///< special for plain casts (FP16, BF16 ...), saturate for formats with a scale
    Saturate,  ///< the largest finite value
    Special,   ///< infinity, NaN where the format has no infinity (E4M3), the largest where neither
};

/// How the clipping range is chosen.
struct RangeMethod {
    enum class Kind {
        MinMax,
        Percentile,  ///< keeps the central `percentile` per cent (both tails when asymmetric)
        Mse,
        Entropy,
        AciqGauss,
        AciqLaplace,
        Explicit,   ///< lo, hi as given
        LpNorm,     ///< least mean |x - x'|^power
        MeanSigma,  ///< mean +- sigmas standard deviations, within the extremes
    };
    Kind kind = Kind::MinMax;
    double percentile = 99.9;
    double lo = 0;
    double hi = 0;
    double power = 2.4;
    double sigmas = 3;

    bool operator==(const RangeMethod&) const = default;
};

/// Every setting of a quantization: one value that pages, the command line and experiments share.
struct QuantScheme {
    std::string format = "int8";  ///< id of a NumberFormat, or of a block format
    bool symmetric = true;
    Granularity granularity = Granularity::Tensor;
    int axis = 0;                 ///< of the channels; negative counts from the last
    std::int64_t groupSize = 32;  ///< values along the last axis; the last group may be shorter
    bool narrow = false;          ///< symmetric codes without the most negative one
    Rounding rounding = Rounding::NearestEven;
    std::uint64_t seed = 0;  ///< of stochastic rounding
    ScaleFormat scaleFormat = ScaleFormat::Fp32;
    int doubleBlock = 256;  ///< scales per second-level scale with ScaleFormat::Double
    Convention convention = Convention::Zeropoint;
    RangeMethod range;
    OverflowRule overflow = OverflowRule::Usual;  ///< of floating-point formats
    ScaleRule scaleRule = ScaleRule::Floor;       ///< of MX block formats

    bool operator==(const QuantScheme&) const = default;
};

}  // namespace zeropoint
