// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/block_error.h"

#include "core/quantization/block_tensor.h"
#include "core/scheme/affine.h"
#include "core/statistics/extremes.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace zeropoint {
namespace {

/// Which values of a block are clipped. Formats that quantize have one scale for all of a block.
RealRange clipOf(const BlockTensor& blocks, std::span<const std::byte> block,
                 std::span<const float> values) {
    const BlockTerm term = termOfValue(*blocks.format, block, 0, blocks.options);
    const LevelEnds& ends = blocks.format->ends;
    const double scale = term.scale;
    RealRange reached{scale * ends.lowest + term.minimum, scale * ends.highest + term.minimum};
    double lowStep = scale * ends.lowestStep;
    double highStep = scale * ends.highestStep;
    if (scale < 0) {
        std::swap(reached.lo, reached.hi);
        std::swap(lowStep, highStep);
    }
    if (blocks.format->hasScaleRule) {
        return reached;  // a power of two is no rounded scale: what lies beyond was cut off
    }
    const Extremes asked = extremes(values);
    return clipRange({asked.min, asked.max}, reached, std::abs(lowStep), std::abs(highStep));
}

class RowErrors {
public:
    RowErrors(std::span<const float> original, const Tensor& input, const BlockTensor& blocks)
        : m_original(original), m_input(input), m_blocks(blocks) {
        const Shape& shape = blocks.shape;
        m_length = shape.empty() ? 1 : static_cast<std::size_t>(shape.back());
        m_perBlock = static_cast<std::size_t>(blocks.format->valuesPerBlock);
        m_blockBytes = static_cast<std::size_t>(blocks.format->bytesPerBlock);
    }

    std::size_t rows() const { return m_length == 0 ? 0 : m_input.size() / m_length; }
    std::size_t rowLength() const { return std::max<std::size_t>(m_length, 1); }

    Result<void> add(std::size_t row, std::vector<float>& back, ErrorSums& sums) const {
        const auto bytes = std::span<const std::byte>(m_blocks.bytes)
                               .subspan(row * m_blocks.bytesPerRow, m_blocks.bytesPerRow);
        back.resize(m_blocks.bytesPerRow / m_blockBytes * m_perBlock);
        const Result<void> read = dequantizeBlocks(*m_blocks.format, bytes, back, m_blocks.options);
        for (std::size_t at = 0; read && at < m_length; at += m_perBlock) {
            const std::size_t count = std::min(m_perBlock, m_length - at);
            addBlock(bytes.subspan(at / m_perBlock * m_blockBytes, m_blockBytes),
                     row * m_length + at, std::span<const float>(back).subspan(at, count), sums);
        }
        return read;
    }

private:
    void addBlock(std::span<const std::byte> block, std::size_t first, std::span<const float> back,
                  ErrorSums& sums) const {
        const auto input = m_input.values().subspan(first, back.size());
        const RealRange clip = clipOf(m_blocks, block, input);
        for (std::size_t i = 0; i < back.size(); ++i) {
            const float x = m_original[first + i];
            const bool outside = input[i] != x || x < clip.lo || x > clip.hi;
            sums.add(x, back[i], outside);
        }
    }

    std::span<const float> m_original;
    const Tensor& m_input;
    const BlockTensor& m_blocks;
    std::size_t m_length = 1;
    std::size_t m_perBlock = 1;
    std::size_t m_blockBytes = 1;
};

Result<ErrorSums> sumOf(const RowErrors& errors, const std::string& name,
                        const Execution& execution) {
    constexpr std::size_t shardValues = std::size_t{1} << 16;
    const std::size_t perShard = std::max<std::size_t>(1, shardValues / errors.rowLength());
    std::vector<ErrorSums> shards((errors.rows() + perShard - 1) / perShard);
    std::mutex failing;
    std::optional<Error> failure;
    const bool done = runShards(execution, shards.size(), [&](std::size_t shard) {
        std::vector<float> back;
        const std::size_t end = std::min(errors.rows(), (shard + 1) * perShard);
        for (std::size_t row = shard * perShard; row < end; ++row) {
            if (const Result<void> added = errors.add(row, back, shards[shard]); !added) {
                const std::scoped_lock lock(failing);
                failure = added.error();
            }
        }
    });
    if (failure) {
        return tl::unexpected(*failure);
    }
    if (!done) {
        return fail(ErrorCode::Cancelled, "The measurement was stopped", name);
    }
    ErrorSums all;
    for (const ErrorSums& shard : shards) {
        all.join(shard);
    }
    return all;
}

}  // namespace

Result<ErrorSums> blockErrors(std::span<const float> original, const Tensor& input,
                              const BlockFormat& format, ScaleRule rule,
                              const Execution& execution) {
    const Execution passes{execution.pool, {}, execution.stop};
    return quantizeToBlocks(input, format, passes, rule).and_then([&](const BlockTensor& blocks) {
        return sumOf(RowErrors(original, input, blocks), input.name(), passes);
    });
}

}  // namespace zeropoint
