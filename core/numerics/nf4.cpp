// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/nf4.h"

#include "core/numerics/largest_magnitude.h"
#include "core/numerics/number_format.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace zeropoint {
namespace {

std::size_t blockCount(std::size_t count, int blockSize) {
    const auto size = static_cast<std::size_t>(blockSize);
    return (count + size - 1) / size;
}

/// The part of `all` that belongs to one block; the last may be shorter.
template <typename T>
std::span<T> partOf(std::span<T> all, std::size_t block, std::size_t size) {
    return all.subspan(block * size, std::min(size, all.size() - block * size));
}

Result<void> checkOptions(const Nf4Options& options) {
    if (options.blockSize < 2 || options.blockSize % 2 != 0) {
        return fail(ErrorCode::InvalidArgument, "The block size must be even and at least 2",
                    std::to_string(options.blockSize));
    }
    if (options.scaleBlock < 1) {
        return fail(ErrorCode::InvalidArgument, "A block of scales must hold at least one",
                    std::to_string(options.scaleBlock));
    }
    return {};
}

}  // namespace

void encodeNf4(std::span<const float> values, float scale, std::uint8_t* codes) {
    static const NumberFormat& format = numberFormat("nf4");
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double level = scale > 0 ? double{values[i]} / double{scale} : 0.0;
        const auto code = static_cast<unsigned>(encode(format, level));
        codes[i / 2] |= static_cast<std::uint8_t>(code << (i % 2 == 0 ? 4 : 0));
    }
}

std::size_t Nf4Tensor::bytes() const {
    const std::size_t scaleBytes =
        options.doubleQuantization ? doubled.bytes() : sizeof(float) * scales.size();
    return codes.size() + scaleBytes;
}

double Nf4Tensor::bitsPerWeight() const {
    return count == 0 ? 0.0 : 8.0 * static_cast<double>(bytes()) / static_cast<double>(count);
}

float Nf4Tensor::scaleOf(std::size_t block) const {
    return options.doubleQuantization ? doubled.at(block) : scales[block];
}

Result<Nf4Tensor> quantizeNf4(std::span<const float> values, const Nf4Options& options,
                              const Execution& execution) {
    if (const Result<void> checked = checkOptions(options); !checked) {
        return tl::unexpected<Error>(checked.error());
    }
    const auto size = static_cast<std::size_t>(options.blockSize);
    Nf4Tensor tensor{values.size(), options, {}, {}, {}};
    tensor.codes.resize((values.size() + 1) / 2);
    tensor.scales.resize(blockCount(values.size(), options.blockSize));
    const std::size_t blocks = tensor.scales.size();
    for (std::size_t block = 0; block < blocks; ++block) {
        tensor.scales[block] = largestMagnitude(partOf(values, block, size));
    }
    if (options.doubleQuantization) {
        tensor.doubled =
            doubleQuantize(tensor.scales, static_cast<std::size_t>(options.scaleBlock));
        tensor.scales.clear();
    }
    constexpr std::size_t blocksPerShard = 1024;
    const std::size_t shards = (blocks + blocksPerShard - 1) / blocksPerShard;
    const bool done = runShards(execution, shards, [&](std::size_t shard) {
        const std::size_t end = std::min(blocks, (shard + 1) * blocksPerShard);
        for (std::size_t block = shard * blocksPerShard; block < end; ++block) {
            encodeNf4(partOf(values, block, size), tensor.scaleOf(block),
                      tensor.codes.data() + block * size / 2);
        }
    });
    if (!done) {
        return fail(ErrorCode::Cancelled, "Stopped", "NF4");
    }
    return tensor;
}

Result<void> dequantizeNf4(const Nf4Tensor& tensor, std::span<float> out,
                           const Execution& execution) {
    if (out.size() != tensor.count) {
        return fail(
            ErrorCode::InvalidArgument,
            std::to_string(tensor.count) + " values do not fit " + std::to_string(out.size()),
            "NF4");
    }
    const std::span<const float> book = numberFormat("nf4").book;
    const auto size = static_cast<std::size_t>(tensor.options.blockSize);
    const bool done = runShards(
        execution, blockCount(out.size(), tensor.options.blockSize), [&](std::size_t block) {
            const float scale = tensor.scaleOf(block);
            const std::span<float> part = partOf(out, block, size);
            const std::uint8_t* codes = tensor.codes.data() + block * size / 2;
            for (std::size_t i = 0; i < part.size(); ++i) {
                const int shift = i % 2 == 0 ? 4 : 0;
                part[i] = book[(codes[i / 2] >> shift) & 0xF] * scale;
            }
        });
    if (!done) {
        return fail(ErrorCode::Cancelled, "Stopped", "NF4");
    }
    return {};
}

std::vector<BitCost> nf4Ledger(const Nf4Options& options) {
    std::vector<BitCost> ledger = {{"4-bit codes", 4.0}};
    const double block = options.blockSize;
    if (options.doubleQuantization) {
        ledger.push_back({"FP8 scales", 8 / block});
        ledger.push_back({"FP32 scales of the scales", 32 / (block * options.scaleBlock)});
    } else {
        ledger.push_back({"FP32 scales", 32 / block});
    }
    return ledger;
}

}  // namespace zeropoint
