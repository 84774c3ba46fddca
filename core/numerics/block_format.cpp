// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/block_format.h"

#include "core/numerics/block_engine.h"

#include <algorithm>
#include <string>

namespace zeropoint {
namespace {

constexpr std::size_t valuesPerShard = 1 << 16;

std::size_t blocksPerShard(const BlockFormat& format) {
    return std::max<std::size_t>(1,
                                 valuesPerShard / static_cast<std::size_t>(format.valuesPerBlock));
}

/// Calls work(first, end) for all blocks, in shards on the execution's pool. False when stopped.
bool forBlocks(const BlockFormat& format, std::size_t blocks, const Execution& execution,
               FunctionRef<void(std::size_t, std::size_t)> work) {
    const std::size_t perShard = blocksPerShard(format);
    return runShards(execution, (blocks + perShard - 1) / perShard, [&](std::size_t shard) {
        work(shard * perShard, std::min(blocks, (shard + 1) * perShard));
    });
}

tl::unexpected<Error> cancelled(const BlockFormat& format) {
    return fail(ErrorCode::Cancelled, "Stopped", std::string(format.name));
}

}  // namespace

std::span<const BlockFormat> blockFormats() {
    static const std::vector<BlockFormat> all = [] {
        std::vector<BlockFormat> rows;
        for (const auto part : {mxBlocks(), nvfp4Blocks(), nf4Blocks(), ggufBlocks(),
                                ggufSuperBlocks(), ggufTernaryBlocks()}) {
            rows.insert(rows.end(), part.begin(), part.end());
        }
        return rows;
    }();
    return all;
}

const BlockFormat* findBlockFormat(std::string_view id) {
    const auto found = std::ranges::find(blockFormats(), id, &BlockFormat::id);
    return found == blockFormats().end() ? nullptr : &*found;
}

Result<std::size_t> blockBytes(const BlockFormat& format, std::size_t values) {
    const auto perBlock = static_cast<std::size_t>(format.valuesPerBlock);
    if (values % perBlock != 0) {
        return fail(
            ErrorCode::InvalidArgument,
            std::to_string(values) + " values do not fill blocks of " + std::to_string(perBlock),
            std::string(format.name), "The last dimension must be a multiple of the block");
    }
    return values / perBlock * static_cast<std::size_t>(format.bytesPerBlock);
}

Result<std::vector<std::byte>> quantizeBlocks(const BlockFormat& format,
                                              std::span<const float> values,
                                              const BlockOptions& options,
                                              const Execution& execution) {
    const Result<std::size_t> size = blockBytes(format, values.size());
    if (!size) {
        return tl::unexpected<Error>(size.error());
    }
    if (!format.quantizes()) {
        return fail(ErrorCode::Unsupported, "The format is read, not written",
                    std::string(format.name),
                    "Choose one whose scales need no search, such as q4_0");
    }
    std::vector<std::byte> bytes(*size);
    auto* blocks = reinterpret_cast<std::uint8_t*>(bytes.data());
    const auto perBlock = static_cast<std::size_t>(format.valuesPerBlock);
    const auto blockSize = static_cast<std::size_t>(format.bytesPerBlock);
    const auto encode = [&](std::size_t block, std::size_t end) {
        for (; block < end; ++block) {
            format.encodeBlock(values.data() + block * perBlock, options,
                               blocks + block * blockSize);
        }
    };
    const bool done = forBlocks(format, values.size() / perBlock, execution, encode);
    if (!done) {
        return cancelled(format);
    }
    return bytes;
}

Result<void> dequantizeBlocks(const BlockFormat& format, std::span<const std::byte> bytes,
                              std::span<float> out, const BlockOptions& options,
                              const Execution& execution) {
    const Result<std::size_t> size = blockBytes(format, out.size());
    if (!size) {
        return tl::unexpected<Error>(size.error());
    }
    if (*size != bytes.size()) {
        return fail(ErrorCode::InvalidArgument,
                    std::to_string(out.size()) + " values take " + std::to_string(*size) +
                        " bytes, " + std::to_string(bytes.size()) + " given",
                    std::string(format.name));
    }
    const auto* blocks = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto perBlock = static_cast<std::size_t>(format.valuesPerBlock);
    const auto blockSize = static_cast<std::size_t>(format.bytesPerBlock);
    const auto decode = [&](std::size_t block, std::size_t end) {
        for (; block < end; ++block) {
            format.decodeBlock(blocks + block * blockSize, options, out.data() + block * perBlock);
        }
    };
    const bool done = forBlocks(format, out.size() / perBlock, execution, decode);
    if (!done) {
        return cancelled(format);
    }
    return {};
}

std::vector<BlockBits> bitsOfValue(const BlockFormat& format, int index) {
    std::vector<BlockBits> bits;
    format.bitsOf(index, bits);
    return bits;
}

BlockTerm termOfValue(const BlockFormat& format, std::span<const std::byte> block, int index,
                      const BlockOptions& options) {
    BlockTerm term = format.term(reinterpret_cast<const std::uint8_t*>(block.data()), index);
    if (format.bytesPerTensor > 0) {
        term.scale *= options.tensorScale;
    }
    return term;
}

}  // namespace zeropoint
