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

/// One row there and back; `padded` is room for it.
Result<void> convertRow(const BlockFormat& format, const BlockOptions& options,
                        std::span<const float> row, std::vector<float>& padded,
                        std::span<float> out) {
    std::fill(padded.begin(), padded.end(), 0.0F);
    std::copy(row.begin(), row.end(), padded.begin());
    return quantizeBlocks(format, padded, options)
        .and_then([&](const std::vector<std::byte>& bytes) {
            return dequantizeBlocks(format, bytes, padded, options);
        })
        .map([&] { std::copy_n(padded.begin(), row.size(), out.begin()); });
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
                             const Execution& execution) {
    if (!format.quantizes()) {
        return fail(ErrorCode::Unsupported, "This format is read but not written",
                    std::string(format.id), "Choose a format that quantizes");
    }
    const Rows rows = rowsOf(tensor.shape(), format);
    BlockOptions options;
    if (format.bytesPerTensor > 0) {
        options.tensorScale = nvfp4TensorScale(tensor.values());
    }
    std::vector<float> values(tensor.size());
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
                const std::size_t at = row * rows.length;
                const Result<void> converted =
                    convertRow(format, options, tensor.values().subspan(at, rows.length), padded,
                               std::span(values).subspan(at, rows.length));
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
        return fail(ErrorCode::Cancelled, "The quantization was stopped", tensor.name());
    }
    return Tensor(tensor.name(), tensor.shape(), std::move(values));
}

}  // namespace zeropoint
