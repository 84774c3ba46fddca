// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantization/integer_matmul.h"

#include "core/numerics/parse_number.h"
#include "core/scheme/rounding_rule.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

constexpr double intMax = std::numeric_limits<std::int32_t>::max();

Result<void> checkLayer(const IntegerLayer& layer) {
    const bool sizes = layer.x.size() == layer.rows * layer.inner &&
                       layer.w.size() == layer.inner * layer.columns &&
                       (layer.bias.empty() || layer.bias.size() == layer.columns);
    if (!sizes) {
        return fail(ErrorCode::InvalidArgument, "The matrices do not fit together", "",
                    "x is rows x inner, w is inner x columns, bias has one value a column");
    }
    std::int64_t largestX = 0;
    std::int64_t largestW = 0;
    for (const std::int64_t code : layer.x) {
        largestX = std::max(largestX, std::abs(code - layer.xParams.zeroPoint));
    }
    for (const std::int64_t code : layer.w) {
        largestW = std::max(largestW, std::abs(code));
    }
    const double largestSum =
        static_cast<double>(layer.inner) * static_cast<double>(largestX * largestW);
    if (largestSum > intMax) {
        return fail(ErrorCode::TooLarge, "A 32-bit accumulator could overflow",
                    std::to_string(layer.inner) + " products",
                    "Use fewer products or smaller codes");
    }
    return {};
}

std::int32_t saturate(double value) {
    return static_cast<std::int32_t>(std::clamp(value, -intMax - 1, intMax));
}

std::vector<std::int32_t> quantizeBias(const IntegerLayer& layer) {
    const double scale = layer.xParams.scale * layer.wParams.scale;
    std::vector<std::int32_t> codes(layer.columns, 0);
    for (std::size_t column = 0; column < layer.bias.size(); ++column) {
        codes[column] =
            saturate(roundToInteger(layer.bias[column] / scale, Rounding::NearestEven, 0));
    }
    return codes;
}

std::int32_t accumulate(const IntegerLayer& layer, std::size_t row, std::size_t column) {
    std::int32_t sum = 0;
    for (std::size_t k = 0; k < layer.inner; ++k) {
        sum += (layer.x[row * layer.inner + k] - layer.xParams.zeroPoint) *
               layer.w[k * layer.columns + column];
    }
    return sum;
}

IntegerOutput walkOutput(const IntegerLayer& layer, const IntegerWalk& walk, std::size_t row,
                         std::size_t column) {
    const auto toCode = [&](double value) {
        return static_cast<std::int32_t>(std::clamp(value + layer.yParams.zeroPoint,
                                                    static_cast<double>(layer.yCodes.qmin),
                                                    static_cast<double>(layer.yCodes.qmax)));
    };
    IntegerOutput out;
    out.accumulator = accumulate(layer, row, column);
    out.withBias = saturate(static_cast<double>(out.accumulator) + walk.biasCodes[column]);
    out.requantized = multiplyFixed(out.withBias, walk.multiplier);
    out.code = toCode(out.requantized);
    out.simulated = out.withBias * walk.realMultiplier;
    out.simulatedCode = toCode(roundToInteger(out.simulated, Rounding::NearestEven, 0));
    out.differs = out.code != out.simulatedCode;
    return out;
}

}  // namespace

double FixedMultiplier::value() const {
    return std::ldexp(static_cast<double>(multiplier), -31 - shift);
}

Result<FixedMultiplier> fixedMultiplier(double real) {
    if (!(real > 0 && real < 1)) {
        return fail(ErrorCode::InvalidArgument, "A requantization multiplier lies between 0 and 1",
                    shortestText(real), "Choose a larger output scale");
    }
    int exponent = 0;
    const double mantissa = std::frexp(real, &exponent);  // in [1/2, 1)
    auto rounded = static_cast<std::int64_t>(std::llround(std::ldexp(mantissa, 31)));
    if (rounded == std::int64_t{1} << 31) {
        // Next to a power of two: the multiplier 1 of the next shift, or just below it where there
        // is no next, since shifts only go to the right.
        rounded = exponent < 0 ? rounded / 2 : rounded - 1;
        exponent += exponent < 0 ? 1 : 0;
    }
    return FixedMultiplier{static_cast<std::int32_t>(rounded), -exponent};
}

std::int32_t multiplyFixed(std::int32_t x, const FixedMultiplier& multiplier) {
    const std::int64_t product = static_cast<std::int64_t>(x) * multiplier.multiplier;
    // Half up in magnitude: the nudge has the sign of the product, and the division truncates.
    const std::int64_t nudge = product >= 0 ? std::int64_t{1} << 30 : 1 - (std::int64_t{1} << 30);
    const std::int64_t high = (product + nudge) / (std::int64_t{1} << 31);
    if (multiplier.shift <= 0) {
        return static_cast<std::int32_t>(high);
    }
    if (multiplier.shift > 31) {
        return 0;
    }
    const std::int64_t mask = (std::int64_t{1} << multiplier.shift) - 1;
    const std::int64_t threshold = (mask >> 1) + (high < 0 ? 1 : 0);
    const std::int64_t up = (high & mask) > threshold ? 1 : 0;
    return static_cast<std::int32_t>((high >> multiplier.shift) + up);
}

Result<IntegerWalk> walkIntegerLayer(const IntegerLayer& layer) {
    if (const Result<void> sound = checkLayer(layer); !sound) {
        return tl::unexpected(sound.error());
    }
    IntegerWalk walk;
    walk.realMultiplier = layer.xParams.scale * layer.wParams.scale / layer.yParams.scale;
    const Result<FixedMultiplier> multiplier = fixedMultiplier(walk.realMultiplier);
    if (!multiplier) {
        return tl::unexpected(multiplier.error());
    }
    walk.multiplier = *multiplier;
    walk.biasCodes = quantizeBias(layer);
    for (std::size_t row = 0; row < layer.rows; ++row) {
        for (std::size_t column = 0; column < layer.columns; ++column) {
            walk.outputs.push_back(walkOutput(layer, walk, row, column));
        }
    }
    return walk;
}

}  // namespace zeropoint
