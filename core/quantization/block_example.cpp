// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantization/block_example.h"

#include "core/quantization/block_sample.h"

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
        return BlockExample{format,
                            block,
                            place,
                            values[index],
                            sample.term(place),
                            sample.decoded[static_cast<std::size_t>(place)]};
    });
}

}  // namespace zeropoint
