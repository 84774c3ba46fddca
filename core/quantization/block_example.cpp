// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantization/block_example.h"

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

double largestOf(std::span<const float> values) {
    double largest = 0;
    for (const float value : values) {
        largest = std::max(largest, std::isfinite(value) ? std::abs(double{value}) : 0.0);
    }
    return largest;
}

}  // namespace

std::optional<ScaleEquation> blockScaleEquation(const BlockFormat& format,
                                                std::span<const float> values) {
    using Kind = ScaleEquation::Kind;
    if (!format.quantizes() || format.hasScaleRule || format.bytesPerTensor > 0) {
        return std::nullopt;
    }
    // As blocks take them: NaN is 0, and what is infinite as large as the largest that is not.
    const double largest = largestOf(values);
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
        return BlockExample{format,
                            block,
                            place,
                            values[index],
                            sample.term(place),
                            sample.decoded[static_cast<std::size_t>(place)],
                            blockScaleEquation(*format, sample.values),
                            largestOf(sample.values),
                            sample.options.tensorScale};
    });
}

}  // namespace zeropoint
