// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/fine_histogram.h"

#include "core/statistics/lanes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <mutex>

namespace zeropoint {
namespace {

using lanes::Doubles;
using lanes::Floats;
using lanes::Ints;

/// Counts one shard. Places are computed for a block of values before any is counted: the first is
/// work for vectors, the second a chain of loads and stores that must not wait for it.
class BinCounter {
public:
    BinCounter(double lo, double width, std::size_t bins, bool allFinite)
        : m_lo(lo),
          m_perWidth(1 / width),
          m_last(static_cast<double>(bins - 1)),
          m_allFinite(allFinite),
          m_table(bins + 1) {}

    void count(std::span<const float> values) {
        while (values.size() >= block) {
            m_allFinite ? countBlock<true>(values.data()) : countBlock<false>(values.data());
            values = values.subspan(block);
        }
        if (!values.empty()) {
            // NaN pads the block, and is counted in the place that nobody reads.
            std::array<float, block> padded;
            padded.fill(std::numeric_limits<float>::quiet_NaN());
            std::copy(values.begin(), values.end(), padded.begin());
            countBlock<false>(padded.data());
        }
    }

    void addTo(std::vector<std::uint64_t>& counts) const {
        for (std::size_t bin = 0; bin < counts.size(); ++bin) {
            counts[bin] += m_table[bin];
        }
    }

private:
    static constexpr std::size_t block = 1024;

    template <bool AllFinite>
    void countBlock(const float* values) {
        std::array<std::int32_t, block> places;
        for (std::size_t i = 0; i < block; i += lanes::width) {
            placesOf<AllFinite>(values + i, places.data() + i);
        }
        std::uint32_t* const table = m_table.data();
#pragma GCC unroll 8  // a count is five operations, and the loop would be two more
        for (std::size_t i = 0; i < block; ++i) {
            ++table[static_cast<std::uint32_t>(places[i])];
        }
    }

    /// The bin of each lane; one past the last bin for NaN and infinities.
    template <bool AllFinite>
    void placesOf(const float* values, std::int32_t* out) const {
        Floats x;
        lanes::load(values, x);
        Ints isFinite{};
        if constexpr (!AllFinite) {
            lanes::finiteMask(x, isFinite);
            x = isFinite ? x : Floats{};
        }
        Doubles position;
        lanes::widen(x, position);
        position = (position - m_lo) * m_perWidth;
        const Doubles last = Doubles{} + m_last;
        position = position > 0.0 ? position : Doubles{};
        position = position < last ? position : last;
        Ints bin = __builtin_convertvector(position, Ints);
        if constexpr (!AllFinite) {
            bin = isFinite ? bin : Ints{} + static_cast<std::int32_t>(m_table.size() - 1);
        }
        lanes::store(bin, out);
    }

    double m_lo;
    double m_perWidth;
    double m_last;
    bool m_allFinite;
    std::vector<std::uint32_t> m_table;
};

}  // namespace

double FineHistogram::binWidth() const {
    return counts.empty() ? 0 : (hi - lo) / static_cast<double>(counts.size());
}

double FineHistogram::binCentre(std::size_t bin) const {
    return lo + (static_cast<double>(bin) + 0.5) * binWidth();
}

FineHistogram fineHistogram(std::span<const float> values, const Summary& summary, std::size_t bins,
                            const Execution& execution) {
    FineHistogram histogram;
    if (summary.finite == 0) {
        return histogram;
    }
    histogram.lo = summary.min;
    histogram.hi = summary.max;
    histogram.total = summary.finite;
    if (summary.min == summary.max) {
        histogram.counts = {summary.finite};
        return histogram;
    }
    histogram.counts.assign(std::max<std::size_t>(bins, 1), 0);
    constexpr std::size_t shardSize = std::size_t{1} << 20;
    std::mutex merging;
    runShards(execution, (values.size() + shardSize - 1) / shardSize, [&](std::size_t i) {
        const std::size_t begin = i * shardSize;
        BinCounter counter(histogram.lo, histogram.binWidth(), histogram.counts.size(),
                           summary.finite == summary.count);
        counter.count(values.subspan(begin, std::min(shardSize, values.size() - begin)));
        // Whole numbers: the order in which shards arrive does not matter.
        const std::scoped_lock lock(merging);
        counter.addTo(histogram.counts);
    });
    return histogram;
}

}  // namespace zeropoint
