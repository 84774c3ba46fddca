// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/tensor_summary.h"

#include "core/files/tensor_ranges.h"
#include "core/support/lending_pool.h"

#include <algorithm>
#include <span>
#include <utility>

namespace zeropoint {
namespace {

/// Values that one shard takes, of one large tensor or of several small ones, so that shards are
/// long against the cost of handing them out.
constexpr std::uint64_t shardSize = 1 << 20;

/// Part of one tensor: at most a shard.
struct Range {
    std::size_t tensor = 0;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    Result<SummaryJoin> summary;
};

std::vector<Range> rangesOf(std::span<const TensorRanges> tensors) {
    std::vector<Range> ranges;
    for (std::size_t tensor = 0; tensor < tensors.size(); ++tensor) {
        const std::uint64_t elements = tensors[tensor].elements();
        for (std::uint64_t begin = 0; begin < elements; begin += shardSize) {
            ranges.push_back({tensor, begin, std::min(begin + shardSize, elements), {}});
        }
    }
    return ranges;
}

/// Consecutive ranges together, until they are a shard.
std::vector<std::span<Range>> shardsOf(std::span<Range> ranges) {
    std::vector<std::span<Range>> shards;
    while (!ranges.empty()) {
        std::size_t count = 0;
        for (std::uint64_t values = 0; count < ranges.size() && values < shardSize; ++count) {
            values += ranges[count].end - ranges[count].begin;
        }
        shards.push_back(ranges.first(count));
        ranges = ranges.subspan(count);
    }
    return shards;
}

/// One result a tensor, whatever number of threads shares the work.
std::vector<Result<Summary>> summarizeEach(std::span<const TensorRanges> tensors,
                                           const Execution& execution, SummaryDetail detail) {
    std::vector<Range> ranges = rangesOf(tensors);
    const auto shards = shardsOf(ranges);
    LendingPool<Scratch> pool;
    runShards(execution, shards.size(), [&](std::size_t shard) {
        auto scratch = pool.take();
        for (Range& range : shards[shard]) {
            range.summary =
                tensors[range.tensor].summarize(range.begin, range.end, *scratch, detail);
        }
        pool.give(std::move(scratch));
    });
    std::vector<Result<SummaryJoin>> joins(tensors.size());
    for (const Range& range : ranges) {
        auto& join = joins[range.tensor];
        if (join && range.summary) {
            join->add(range.summary->result(detail));
        } else if (join) {
            join = tl::unexpected(range.summary.error());
        }
    }
    std::vector<Result<Summary>> results;
    results.reserve(joins.size());
    for (const auto& join : joins) {
        results.push_back(
            join.map([detail](const SummaryJoin& sum) { return sum.result(detail); }));
    }
    return results;
}

}  // namespace

Result<std::vector<std::optional<Summary>>> summarizeTensors(const WeightFile& file,
                                                             const Execution& execution,
                                                             SummaryDetail detail) {
    std::vector<TensorRanges> tensors;
    for (std::size_t index = 0; index < file.tensors().size(); ++index) {
        tensors.emplace_back(file, index);
    }
    const auto results = summarizeEach(tensors, execution, detail);
    if (execution.stopRequested()) {
        return fail(ErrorCode::Cancelled, "Reading was stopped", file.path());
    }
    std::vector<std::optional<Summary>> summaries;
    for (const auto& result : results) {
        if (!result && result.error().code != ErrorCode::Unsupported) {
            return tl::unexpected(result.error());
        }
        summaries.push_back(result ? std::optional(*result) : std::nullopt);
    }
    return summaries;
}

}  // namespace zeropoint
