// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/tensor_summary.h"

#include "core/files/strided_bytes.h"
#include "core/statistics/moments.h"
#include "core/support/function_ref.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <optional>
#include <vector>

namespace zeropoint {
namespace {

/// Values that are read at once (512 KiB: they stay in the cache between reading and summing)...
constexpr std::uint64_t pieceSize = 1 << 17;
/// ... and that one shard takes, so that shards are long against the cost of handing them out.
constexpr std::uint64_t shardSize = 1 << 20;

Moments momentsOf(const Summary& summary) {
    const auto n = static_cast<double>(summary.finite);
    const double variance = summary.std * summary.std;
    return {summary.finite, summary.mean, variance * n, summary.skew * variance * summary.std * n,
            summary.kurtosis * variance * variance * n};
}

/// Sums of summaries, in the order in which they are added.
class SummaryJoin {
public:
    void add(const Summary& part) {
        if (part.finite > 0) {
            const bool first = m_sum.finite == 0;
            m_sum.min = first ? part.min : std::min(m_sum.min, part.min);
            m_sum.max = first ? part.max : std::max(m_sum.max, part.max);
            m_moments.join(momentsOf(part));
        }
        m_sum.count += part.count;
        m_sum.finite += part.finite;
        m_sum.nan += part.nan;
        m_sum.infinite += part.infinite;
        m_sum.zeros += part.zeros;
        m_sum.negatives += part.negatives;
    }

    Summary result(SummaryDetail detail) const {
        Summary sum = m_sum;
        sum.mean = m_moments.mean;
        sum.std = std::sqrt(m_moments.variance());
        if (detail == SummaryDetail::Shape) {
            sum.skew = m_moments.skew();
            sum.kurtosis = m_moments.kurtosis();
        }
        return sum;
    }

private:
    Summary m_sum;
    Moments m_moments;
};

/// Buffers that shards lend and give back: as many as threads, never one a shard.
class Buffers {
public:
    std::vector<float> take() {
        const std::scoped_lock lock(m_mutex);
        if (m_free.empty()) {
            return std::vector<float>(pieceSize);
        }
        std::vector<float> buffer = std::move(m_free.back());
        m_free.pop_back();
        return buffer;
    }
    void give(std::vector<float> buffer) {
        const std::scoped_lock lock(m_mutex);
        m_free.push_back(std::move(buffer));
    }

private:
    std::mutex m_mutex;
    std::vector<std::vector<float>> m_free;
};

using ReadValues = FunctionRef<Result<void>(std::uint64_t first, std::span<float> out)>;

Result<SummaryJoin> summarizeShard(ReadValues readValues, std::uint64_t begin, std::uint64_t end,
                                   std::span<float> buffer, SummaryDetail detail) {
    SummaryJoin join;
    for (std::uint64_t at = begin; at < end; at += pieceSize) {
        const auto piece = buffer.first(std::min(pieceSize, end - at));
        if (auto read = readValues(at, piece); !read) {
            return tl::unexpected(read.error());
        }
        join.add(summarize(piece, {}, detail));
    }
    return join;
}

}  // namespace

Result<Summary> summarizeTensor(const WeightFile& file, std::size_t index,
                                const Execution& execution, SummaryDetail detail) {
    // Strides that only permute the storage: the same values, read as they lie.
    const StoredTensor& stored = file.stored(index);
    const std::optional<StoredTensor> storage = stored.unreadable.empty() && !stored.strides.empty()
                                                    ? permutedStorage(stored)
                                                    : std::nullopt;
    const auto read = [&](std::uint64_t first, std::span<float> out) {
        return storage ? readStoredValues(*storage, first, out)
                       : file.readValues(index, first, out);
    };
    const auto total = static_cast<std::uint64_t>(file.tensors()[index].elements());
    std::vector<Result<SummaryJoin>> shards((total + shardSize - 1) / shardSize);
    Buffers buffers;
    const bool done = runShards(execution, shards.size(), [&](std::size_t shard) {
        std::vector<float> buffer = buffers.take();
        const std::uint64_t begin = shard * shardSize;
        shards[shard] =
            summarizeShard(read, begin, std::min(begin + shardSize, total), buffer, detail);
        buffers.give(std::move(buffer));
    });
    if (!done) {
        return fail(ErrorCode::Cancelled, "Reading was stopped", file.path());
    }
    SummaryJoin join;
    for (const auto& shard : shards) {
        if (!shard) {
            return tl::unexpected(shard.error());
        }
        join.add(shard->result(detail));
    }
    return join.result(detail);
}

}  // namespace zeropoint
