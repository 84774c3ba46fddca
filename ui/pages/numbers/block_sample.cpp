// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/block_sample.h"

#include "core/numerics/nvfp4.h"
#include "core/support/random.h"

namespace zeropoint::ui {
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

}  // namespace

Result<BlockSample> makeBlockSample(const BlockFormat& format, std::uint64_t seed,
                                    const BlockOptions& options) {
    BlockSample sample;
    sample.format = &format;
    sample.options = options;
    Random random(seed);
    const auto count = static_cast<std::size_t>(format.valuesPerBlock);
    sample.decoded.resize(count);
    if (format.quantizes()) {
        for (std::size_t i = 0; i < count; ++i) {
            sample.values.push_back(static_cast<float>(typicalWeight * random.normal()));
        }
        if (format.id == "nvfp4") {
            sample.options.tensorScale = nvfp4TensorScale(sample.values);
        }
        Result<std::vector<std::byte>> bytes =
            quantizeBlocks(format, sample.values, sample.options);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        sample.bytes = std::move(*bytes);
    } else {
        sample.bytes = drawnBytes(format, random);
    }
    const Result<void> decoded =
        dequantizeBlocks(format, sample.bytes, sample.decoded, sample.options);
    if (!decoded) {
        return tl::unexpected(decoded.error());
    }
    if (sample.values.empty()) {
        sample.values = sample.decoded;
    }
    return sample;
}

}  // namespace zeropoint::ui
