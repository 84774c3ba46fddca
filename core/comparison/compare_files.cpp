// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/compare_files.h"

#include "core/comparison/pair_reader.h"
#include "core/quantization/bits_per_weight.h"
#include "core/support/lending_pool.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace zeropoint {
namespace {

/// Values that one shard takes, of one large tensor or of several small ones.
constexpr std::uint64_t shardSize = 1 << 20;

/// What a thread reads into.
struct Buffers {
    std::vector<float> a;
    std::vector<float> b;
    std::vector<float> scratch;
};

using Strips = std::array<DifferenceSums, PairReport::strips>;

/// Equal parts of the rows of A: part i begins at value begin(i).
class StripLayout {
public:
    explicit StripLayout(const Shape& shape) {
        if (shape.size() >= 2 && elementCount(shape) > 0) {
            m_rows = static_cast<std::uint64_t>(shape.front());
            m_columns = static_cast<std::uint64_t>(elementCount(shape)) / m_rows;
            m_count = std::min<std::uint64_t>(m_rows, PairReport::strips);
        }
    }

    std::size_t count() const { return m_count; }
    std::uint64_t begin(std::size_t strip) const {
        return m_count > 0 ? m_rows * strip / m_count * m_columns : 0;
    }
    /// The part that holds a value.
    std::size_t at(std::uint64_t value) const {
        std::size_t strip = 0;
        while (strip + 1 < m_count && begin(strip + 1) <= value) {
            ++strip;
        }
        return strip;
    }

private:
    std::uint64_t m_rows = 0;
    std::uint64_t m_columns = 0;
    std::size_t m_count = 0;
};

/// A stretch of one pair: at most a shard, unless a piece is longer.
struct Range {
    std::size_t pair = 0;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    DifferenceSums sums;
    std::size_t firstStrip = 0;
    std::vector<DifferenceSums> strips;
    std::optional<Error> failure;
};

/// Pairs that are being read, and the reports that grow of them.
class Comparison {
public:
    Comparison(const ModelSide& a, const ModelSide& b, std::span<const TensorPair> pairs,
               const TakeReport& take)
        : m_a(a), m_b(b), m_pairs(pairs), m_take(take) {}

    Result<void> run(const Execution& execution);

private:
    bool readable(std::size_t pair) const { return m_pairs[pair].whyNot.empty(); }
    StripLayout layoutOf(std::size_t pair) const {
        const TensorPair& of = m_pairs[pair];
        return StripLayout(shapeOf(m_a.file().tensors()[of.a], of.partOfA));
    }
    TensorInfo infoA(std::size_t pair) const { return infoOfA(m_a, m_pairs[pair]); }
    TensorInfo infoB(std::size_t pair) const { return infoOfB(m_b, m_pairs[pair]); }
    /// The next ranges in order, until there is a shard for each thread several times.
    std::vector<Range> nextRanges(std::uint64_t values);
    void measure(Range& range, const Execution& execution);
    static void measurePiece(Range& range, const StripLayout& layout, std::uint64_t first,
                             std::span<const float> a, std::span<const float> b);
    void finish(Range& range);
    void beginReport(std::size_t pair);
    void tellUpTo(std::size_t pair);

    const ModelSide& m_a;
    const ModelSide& m_b;
    std::span<const TensorPair> m_pairs;
    const TakeReport& m_take;
    LendingPool<Buffers> m_buffers;
    std::size_t m_nextPair = 0;  ///< of which ranges are cut
    std::uint64_t m_nextValue = 0;
    std::size_t m_told = 0;  ///< pairs whose report was given
    PairReport m_report;     ///< of the pair m_told
    Strips m_strips;         ///< of it
    std::uint64_t m_doneValues = 0;
    std::uint64_t m_allValues = 0;
};

std::vector<Range> Comparison::nextRanges(std::uint64_t values) {
    std::vector<Range> ranges;
    for (std::uint64_t taken = 0; taken < values && m_nextPair < m_pairs.size();) {
        if (!readable(m_nextPair) || infoA(m_nextPair).elements() == 0) {
            ++m_nextPair;
            continue;
        }
        const PairReader reader(m_a.file(), m_b.file(), m_pairs[m_nextPair]);
        const std::uint64_t piece = reader.pieceSize();
        const std::uint64_t length = std::max<std::uint64_t>(shardSize / piece, 1) * piece;
        const std::uint64_t end = std::min(m_nextValue + length, reader.elements());
        Range range;
        range.pair = m_nextPair;
        range.begin = m_nextValue;
        range.end = end;
        taken += end - m_nextValue;
        ranges.push_back(std::move(range));
        m_nextValue = end;
        if (end == reader.elements()) {
            ++m_nextPair;
            m_nextValue = 0;
        }
    }
    return ranges;
}

void Comparison::measurePiece(Range& range, const StripLayout& layout, std::uint64_t first,
                              std::span<const float> a, std::span<const float> b) {
    if (layout.count() == 0) {
        range.sums.add(a, b);
        return;
    }
    for (std::size_t strip = layout.at(first); !a.empty(); ++strip) {
        const std::uint64_t end =
            strip + 1 < layout.count() ? layout.begin(strip + 1) : first + a.size();
        const std::size_t count = std::min<std::uint64_t>(end - first, a.size());
        const std::size_t place = strip - range.firstStrip;
        range.strips.resize(std::max(range.strips.size(), place + 1));
        DifferenceSums part;
        part.add(a.first(count), b.first(count));
        range.strips[place].join(part);
        range.sums.join(part);
        a = a.subspan(count);
        b = b.subspan(count);
        first += count;
    }
}

void Comparison::measure(Range& range, const Execution& execution) {
    const PairReader reader(m_a.file(), m_b.file(), m_pairs[range.pair]);
    auto buffers = m_buffers.take();
    const StripLayout layout = layoutOf(range.pair);
    range.firstStrip = layout.at(range.begin);
    for (std::uint64_t first = range.begin; first < range.end && !execution.stopRequested();) {
        const auto count =
            static_cast<std::size_t>(std::min(reader.pieceSize(), range.end - first));
        buffers->a.resize(std::max(buffers->a.size(), count));
        buffers->b.resize(std::max(buffers->b.size(), count));
        const auto a = std::span(buffers->a).first(count);
        const auto b = std::span(buffers->b).first(count);
        if (const auto done = reader.read(first, a, b, buffers->scratch); !done) {
            range.failure = done.error();
            break;
        }
        measurePiece(range, layout, first, a, b);
        first += count;
    }
    m_buffers.give(std::move(buffers));
}

void Comparison::beginReport(std::size_t pair) {
    const TensorInfo a = infoA(pair);
    const TensorInfo b = infoB(pair);
    m_report = {};
    m_report.bitsPerWeightA = a.bitsPerWeight();
    m_report.bitsPerWeightB = b.bitsPerWeight();
    m_report.bytesA = a.bytes;
    m_report.bytesB = b.bytes;
    m_report.stripCount = readable(pair) ? layoutOf(pair).count() : 0;
    m_strips = {};
    if (!readable(pair)) {
        m_report.failure = Error{ErrorCode::Unsupported, m_pairs[pair].whyNot, a.name, ""};
    }
}

/// Gives the reports of all pairs before this one.
void Comparison::tellUpTo(std::size_t pair) {
    for (; m_told < pair; ++m_told) {
        m_report.stripErrors.fill(std::numeric_limits<float>::quiet_NaN());
        for (std::size_t i = 0; i < m_report.stripCount; ++i) {
            m_report.stripErrors[i] = static_cast<float>(m_strips[i].relativeError());
        }
        m_take(m_told, m_report);
        if (m_told + 1 < m_pairs.size()) {
            beginReport(m_told + 1);
        }
    }
}

void Comparison::finish(Range& range) {
    tellUpTo(range.pair);
    m_report.sums.join(range.sums);
    for (std::size_t i = 0; i < range.strips.size(); ++i) {
        m_strips[range.firstStrip + i].join(range.strips[i]);
    }
    if (range.failure && !m_report.failure) {
        m_report.failure = std::move(range.failure);
    }
    m_doneValues += range.end - range.begin;
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

Result<void> Comparison::run(const Execution& execution) {
    for (std::size_t pair = 0; pair < m_pairs.size(); ++pair) {
        m_allValues += readable(pair) ? static_cast<std::uint64_t>(infoA(pair).elements()) : 0;
    }
    if (!m_pairs.empty()) {
        beginReport(0);
    }
    const Execution inner{execution.pool, {}, execution.stop};
    const std::uint64_t atOnce = shardSize * 4 * execution.threads();
    for (auto ranges = nextRanges(atOnce); !ranges.empty(); ranges = nextRanges(atOnce)) {
        const auto shards = shardsOf(ranges);
        const bool done = runShards(inner, shards.size(), [&](std::size_t shard) {
            for (Range& range : shards[shard]) {
                measure(range, inner);
            }
        });
        if (!done) {
            return fail(ErrorCode::Cancelled, "The comparison was stopped", m_a.file().path());
        }
        std::ranges::for_each(ranges, [this](Range& range) { finish(range); });
        tellUpTo(m_nextPair);
        if (execution.progress && m_allValues > 0) {
            execution.progress(static_cast<double>(m_doneValues) /
                               static_cast<double>(m_allValues));
        }
    }
    tellUpTo(m_pairs.size());
    return {};
}

}  // namespace

void ComparisonTotals::add(const PairReport& report, const TensorInfo& a) {
    if (report.failure) {
        ++failed;
        return;
    }
    ++compared;
    equal += report.sums.equal() ? 1 : 0;
    if (!a.shares.empty()) {
        return;
    }
    sums.join(report.sums);
    bytesA += report.bytesA;
    bytesB += report.bytesB;
    elements += static_cast<std::uint64_t>(a.elements());
}

double ComparisonTotals::bitsPerWeightA() const {
    return bitsPerWeightOf(bytesA, elements);
}

double ComparisonTotals::bitsPerWeightB() const {
    return bitsPerWeightOf(bytesB, elements);
}

Result<void> comparePairs(const ModelSide& a, const ModelSide& b, std::span<const TensorPair> pairs,
                          const TakeReport& take, const Execution& execution) {
    return Comparison(a, b, pairs, take).run(execution);
}

}  // namespace zeropoint
