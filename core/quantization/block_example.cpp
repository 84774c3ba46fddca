// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantization/block_example.h"

#include "core/numerics/largest_magnitude.h"
#include "core/quantization/block_sample.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace zeropoint {
namespace {

std::size_t nearestTo(std::span<const float> values, double x) {
    std::size_t nearest = 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double distance = std::abs(values[i] - x);
        if (distance < least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

/// The scale that a block format chooses for these values before it stores it, as ggml and QLoRA
/// do: max|x| on the highest level (Q8_0, NF4, ternary), the value of the largest magnitude on the
/// lowest code (Q4_0, Q5_0), or max - min over all codes (Q4_1, Q5_1).
std::optional<ScaleEquation> equationOf(const BlockFormat& format, std::span<const float> values,
                                        double largest) {
    using Kind = ScaleEquation::Kind;
    if (format.hasScaleRule || format.bytesPerTensor > 0) {
        return std::nullopt;
    }
    // As blocks take them: NaN is 0, and what is infinite as large as the largest that is not.
    RealRange range{largest, -largest};
    double extreme = 0;  // of two as large, the first
    for (const float value : values) {
        const double taken = std::isnan(value) ? 0.0 : std::clamp(double{value}, -largest, largest);
        range = {std::min(range.lo, taken), std::max(range.hi, taken)};
        extreme = std::abs(taken) > std::abs(extreme) ? taken : extreme;
    }
    ScaleEquation equation;
    equation.range = range;
    if (largest == 0) {
        equation.kind = Kind::Zeros;
        return equation;
    }
    if (format.hasMinimum) {
        equation.kind = Kind::Width;
        equation.numerator = range.hi - range.lo;
        equation.divisor = format.ends.highest - format.ends.lowest;
    } else if (format.id == "q4_0" || format.id == "q5_0") {
        equation.kind = extreme > 0 ? Kind::Above : Kind::Below;
        equation.numerator = extreme;
        equation.divisor = format.ends.lowest;
    } else {
        equation.kind = Kind::Magnitude;
        equation.numerator = largest;
        equation.divisor = format.ends.highest;
    }
    equation.quotient = equation.numerator / equation.divisor;
    return equation;
}

}  // namespace

Result<BlockExample> blockExampleNear(const Tensor& tensor, double x, const QuantScheme& scheme,
                                      const Execution& execution) {
    const BlockFormat* format = findBlockFormat(scheme.format);
    if (format == nullptr || tensor.empty()) {
        return fail(ErrorCode::InvalidArgument, "There is no block to show", scheme.format,
                    "Choose a block format");
    }
    const auto values = tensor.values();
    const std::size_t index = nearestTo(values, x);
    if (execution.stopRequested()) {
        return fail(ErrorCode::Cancelled, "The search for a block was stopped", tensor.name());
    }
    const auto row =
        tensor.shape().empty() ? std::size_t{1} : static_cast<std::size_t>(tensor.shape().back());
    const auto length = static_cast<std::size_t>(format->valuesPerBlock);
    const std::size_t perRow = (row + length - 1) / length;
    const std::size_t block = index / row * perRow + index % row / length;
    const auto place = static_cast<int>(index % row % length);
    BlockOptions options;
    options.scaleRule = scheme.scaleRule;
    return takeBlockSample(*format, tensor, block, options).map([&](const BlockSample& sample) {
        const double largest = largestMagnitude(sample.values);
        return BlockExample{format,
                            block,
                            place,
                            values[index],
                            sample.term(place),
                            sample.decoded[static_cast<std::size_t>(place)],
                            equationOf(*format, sample.values, largest),
                            largest,
                            sample.options.tensorScale};
    });
}

}  // namespace zeropoint
