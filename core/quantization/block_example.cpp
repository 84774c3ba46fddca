// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantization/block_example.h"

#include "core/numerics/nvfp4.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

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
    const auto row =
        tensor.shape().empty() ? std::size_t{1} : static_cast<std::size_t>(tensor.shape().back());
    const auto length = static_cast<std::size_t>(format->valuesPerBlock);
    const std::size_t inRow = index % row / length;
    const std::size_t first = index / row * row + inRow * length;
    std::vector<float> block(length, 0.0F);  // zeros pad the last block of a row
    const std::size_t own = std::min(length, row - inRow * length);
    std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(first), own, block.begin());
    BlockOptions options;
    options.scaleRule = scheme.scaleRule;
    if (format->id == "nvfp4") {
        options.tensorScale = nvfp4TensorScale(values);
    }
    const auto bytes = quantizeBlocks(*format, block, options, execution);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    std::vector<float> back(length);
    if (const auto decoded = dequantizeBlocks(*format, *bytes, back, options); !decoded) {
        return tl::unexpected(decoded.error());
    }
    BlockExample example;
    example.format = format;
    example.block = index / row * ((row + length - 1) / length) + inRow;
    example.place = static_cast<int>(index - first);
    example.value = values[index];
    example.term = termOfValue(*format, *bytes, example.place, options);
    example.decoded = back[static_cast<std::size_t>(example.place)];
    return example;
}

}  // namespace zeropoint
