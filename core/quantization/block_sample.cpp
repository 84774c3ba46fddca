// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantization/block_sample.h"

#include "core/numerics/nvfp4.h"
#include "core/support/random.h"

#include <algorithm>
#include <string>

namespace zeropoint {
namespace {

constexpr double typicalWeight = 0.04;  // the spread of a layer's weights in a language model

/// Bytes of a format that nothing here writes: drawn codes under scales that give usual weights.
std::vector<std::byte> drawnBytes(const BlockFormat& format, Random& random) {
    std::vector<std::byte> bytes(static_cast<std::size_t>(format.bytesPerBlock));
    for (std::byte& byte : bytes) {
        byte = static_cast<std::byte>(random.next() & 0xFF);
    }
    constexpr unsigned smallHalf = 0x1400;  // FP16 0.00098
    for (const BlockField& field : format.fields) {
        const bool half = field.bytes == 2 &&
                          (field.role == BlockRole::Scale || field.role == BlockRole::Minimum);
        if (half) {
            bytes[static_cast<std::size_t>(field.byteOffset)] = std::byte{smallHalf & 0xFF};
            bytes[static_cast<std::size_t>(field.byteOffset) + 1] = std::byte{smallHalf >> 8};
        }
    }
    return bytes;
}

std::size_t rowOf(const Tensor& tensor) {
    return tensor.shape().empty() ? std::size_t{1}
                                  : static_cast<std::size_t>(tensor.shape().back());
}

/// Fills bytes and what they read back as.
Result<void> quantize(BlockSample& sample) {
    Result<std::vector<std::byte>> bytes =
        quantizeBlocks(*sample.format, sample.values, sample.options);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    sample.bytes = std::move(*bytes);
    sample.decoded.resize(sample.values.size());
    return dequantizeBlocks(*sample.format, sample.bytes, sample.decoded, sample.options);
}

}  // namespace

std::uint64_t blocksOf(const BlockFormat& format, const Tensor& tensor) {
    const auto length = static_cast<std::size_t>(format.valuesPerBlock);
    const std::size_t row = rowOf(tensor);
    return tensor.empty() ? 0 : tensor.size() / row * ((row + length - 1) / length);
}

Result<BlockSample> takeBlockSample(const BlockFormat& format, const Tensor& tensor,
                                    std::uint64_t block, const BlockOptions& options) {
    if (tensor.empty() || !format.quantizes()) {
        return fail(ErrorCode::Unsupported, "There is no block of the tensor in this format",
                    std::string(format.id), "Choose another format, or drawn weights");
    }
    const auto length = static_cast<std::size_t>(format.valuesPerBlock);
    const std::size_t row = rowOf(tensor);
    const std::size_t perRow = (row + length - 1) / length;
    const auto at = static_cast<std::size_t>(std::min(block, blocksOf(format, tensor) - 1));
    const std::size_t inRow = at % perRow * length;
    const auto values =
        tensor.values().subspan(at / perRow * row + inRow, std::min(length, row - inRow));
    BlockSample sample;
    sample.format = &format;
    sample.options = options;
    sample.values.assign(values.begin(), values.end());
    sample.values.resize(length, 0.0F);
    if (format.id == "nvfp4") {
        sample.options.tensorScale = nvfp4TensorScale(tensor.values());
    }
    return quantize(sample).map([&] { return sample; });
}

Result<BlockSample> makeBlockSample(const BlockFormat& format, std::uint64_t seed,
                                    const BlockOptions& options) {
    BlockSample sample;
    sample.format = &format;
    sample.options = options;
    Random random(seed);
    sample.values.resize(static_cast<std::size_t>(format.valuesPerBlock));
    if (!format.quantizes()) {
        sample.bytes = drawnBytes(format, random);
        return dequantizeBlocks(format, sample.bytes, sample.values, sample.options).map([&] {
            sample.decoded = sample.values;
            return sample;
        });
    }
    for (float& value : sample.values) {
        value = static_cast<float>(typicalWeight * random.normal());
    }
    if (format.id == "nvfp4") {
        sample.options.tensorScale = nvfp4TensorScale(sample.values);
    }
    return quantize(sample).map([&] { return sample; });
}

}  // namespace zeropoint
