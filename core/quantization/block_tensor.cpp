// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantization/block_tensor.h"

#include "core/numerics/nvfp4.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace zeropoint {
namespace {

struct Rows {
    std::size_t count = 0;
    std::size_t length = 0;
    std::size_t padded = 0;  ///< a multiple of the block
};

Rows rowsOf(const Shape& shape, const BlockFormat& format) {
    const auto size = static_cast<std::size_t>(std::max<std::int64_t>(elementCount(shape), 0));
    Rows rows;
    rows.length = shape.empty() ? 1 : static_cast<std::size_t>(shape.back());
    rows.count = rows.length == 0 ? 0 : size / rows.length;
    const auto block = static_cast<std::size_t>(format.valuesPerBlock);
    rows.padded = (rows.length + block - 1) / block * block;
    return rows;
}

/// A row with zeros up to whole blocks.
void pad(std::span<const float> row, std::vector<float>& padded) {
    std::fill(padded.begin(), padded.end(), 0.0F);
    std::copy(row.begin(), row.end(), padded.begin());
}

BlockOptions optionsFor(const Tensor& tensor, const BlockFormat& format, ScaleRule rule) {
    BlockOptions options;
    options.scaleRule = rule;
    if (format.bytesPerTensor > 0) {
        options.tensorScale = nvfp4TensorScale(tensor.values());
    }
    return options;
}

Result<void> checkQuantizes(const BlockFormat& format) {
    if (!format.quantizes()) {
        return fail(ErrorCode::Unsupported, "This format is read but not written",
                    std::string(format.id), "Choose a format that quantizes");
    }
    return {};
}

/// Calls convert(row, room for the padded row) for every row, on several threads; the first
/// failure or a stop ends it.
template <typename Convert>
Result<void> forRows(const Rows& rows, const std::string& name, const Execution& execution,
                     Convert convert) {
    std::mutex failing;
    std::optional<Error> failure;
    constexpr std::size_t shardValues = std::size_t{1} << 16;
    const std::size_t perShard =
        std::max<std::size_t>(1, shardValues / std::max<std::size_t>(rows.padded, 1));
    const bool done =
        runShards(execution, (rows.count + perShard - 1) / perShard, [&](std::size_t shard) {
            std::vector<float> padded(rows.padded);
            const std::size_t end = std::min(rows.count, (shard + 1) * perShard);
            for (std::size_t row = shard * perShard; row < end; ++row) {
                const Result<void> converted = convert(row, padded);
                if (!converted) {
                    const std::scoped_lock lock(failing);
                    failure = converted.error();
                }
            }
        });
    if (failure) {
        return tl::unexpected(*failure);
    }
    if (!done) {
        return fail(ErrorCode::Cancelled, "The quantization was stopped", name);
    }
    return {};
}

}  // namespace

std::uint64_t blockTensorBytes(const Shape& shape, const BlockFormat& format) {
    const Rows rows = rowsOf(shape, format);
    const std::size_t blocks =
        rows.count * (rows.padded / static_cast<std::size_t>(format.valuesPerBlock));
    return blocks * static_cast<std::uint64_t>(format.bytesPerBlock) +
           static_cast<std::uint64_t>(format.bytesPerTensor);
}

Result<Tensor> throughBlocks(const Tensor& tensor, const BlockFormat& format,
                             const Execution& execution, ScaleRule rule) {
    const Rows rows = rowsOf(tensor.shape(), format);
    const BlockOptions options = optionsFor(tensor, format, rule);
    std::vector<float> values(tensor.size());
    const auto convert = [&](std::size_t row, std::vector<float>& padded) -> Result<void> {
        const std::size_t at = row * rows.length;
        pad(tensor.values().subspan(at, rows.length), padded);
        return quantizeBlocks(format, padded, options)
            .and_then([&](const std::vector<std::byte>& bytes) {
                return dequantizeBlocks(format, bytes, padded, options);
            })
            .map([&] {
                std::copy_n(padded.begin(), rows.length,
                            values.begin() + static_cast<std::ptrdiff_t>(at));
            });
    };
    return checkQuantizes(format)
        .and_then([&] { return forRows(rows, tensor.name(), execution, convert); })
        .map([&] { return Tensor(tensor.name(), tensor.shape(), std::move(values)); });
}

Result<BlockTensor> quantizeToBlocks(const Tensor& tensor, const BlockFormat& format,
                                     const Execution& execution, ScaleRule rule) {
    const Rows rows = rowsOf(tensor.shape(), format);
    BlockTensor blocks{tensor.shape(), &format, optionsFor(tensor, format, rule), {}, 0};
    blocks.bytesPerRow = rows.padded / static_cast<std::size_t>(format.valuesPerBlock) *
                         static_cast<std::size_t>(format.bytesPerBlock);
    blocks.bytes.resize(rows.count * blocks.bytesPerRow);
    const auto convert = [&](std::size_t row, std::vector<float>& padded) -> Result<void> {
        pad(tensor.values().subspan(row * rows.length, rows.length), padded);
        return quantizeBlocks(format, padded, blocks.options)
            .map([&](const std::vector<std::byte>& bytes) {
                std::copy(
                    bytes.begin(), bytes.end(),
                    blocks.bytes.begin() + static_cast<std::ptrdiff_t>(row * blocks.bytesPerRow));
            });
    };
    return checkQuantizes(format)
        .and_then([&] { return forRows(rows, tensor.name(), execution, convert); })
        .map([&] { return std::move(blocks); });
}

Result<Tensor> dequantize(const BlockTensor& blocks, const std::string& name,
                          const Execution& execution) {
    const Rows rows = rowsOf(blocks.shape, *blocks.format);
    std::vector<float> values(rows.count * rows.length);
    const auto convert = [&](std::size_t row, std::vector<float>& padded) -> Result<void> {
        const auto bytes =
            std::span(blocks.bytes).subspan(row * blocks.bytesPerRow, blocks.bytesPerRow);
        return dequantizeBlocks(*blocks.format, bytes, padded, blocks.options).map([&] {
            std::copy_n(padded.begin(), rows.length,
                        values.begin() + static_cast<std::ptrdiff_t>(row * rows.length));
        });
    };
    return forRows(rows, name, execution, convert).map([&] {
        return Tensor(name, blocks.shape, std::move(values));
    });
}

}  // namespace zeropoint
