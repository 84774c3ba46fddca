// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/fine_histogram.h"

#include "core/statistics/lanes.h"

#include <algorithm>
#include <cmath>
#include <mutex>

namespace zeropoint {
namespace {

using lanes::Doubles;
using lanes::Floats;
using lanes::Ints;

/// Counts one shard. Values of neighbours often share a bin, and an addition to a place that was
/// just written waits for it: so lanes count into tables of their own.
class BinCounter {
public:
    BinCounter(double lo, double width, std::size_t bins)
        : m_lo(lo),
          m_perWidth(1 / width),
          m_last(static_cast<double>(bins - 1)),
          m_bins(bins),
          m_tables(tables * (bins + 1)) {}

    void count(std::span<const float> values) {
        std::size_t i = 0;
        for (; i + lanes::width <= values.size(); i += lanes::width) {
            Floats x;
            lanes::load(values.data() + i, x);
            std::int32_t index[lanes::width];
            indices(x, index);
            for (std::size_t lane = 0; lane < lanes::width; ++lane) {
                ++m_tables[(lane % tables) * (m_bins + 1) + static_cast<std::size_t>(index[lane])];
            }
        }
        for (; i < values.size(); ++i) {
            const Floats x = Floats{} + values[i];
            std::int32_t index[lanes::width];
            indices(x, index);
            ++m_tables[static_cast<std::size_t>(index[0])];
        }
    }

    void addTo(std::vector<std::uint64_t>& counts) const {
        for (std::size_t table = 0; table < tables; ++table) {
            const std::uint32_t* from = m_tables.data() + table * (m_bins + 1);
            for (std::size_t bin = 0; bin < m_bins; ++bin) {
                counts[bin] += from[bin];
            }
        }
    }

private:
    static constexpr std::size_t tables = 4;

    /// The bin of each lane; one past the last bin for NaN and infinities.
    void indices(const Floats& x, std::int32_t* out) const {
        Ints isFinite;
        lanes::finiteMask(x, isFinite);
        Doubles position;
        lanes::widen(isFinite ? x : Floats{}, position);
        position = (position - m_lo) * m_perWidth;
        const Doubles last = Doubles{} + m_last;
        position = position > 0.0 ? position : Doubles{};
        position = position < last ? position : last;
        const Ints bin = __builtin_convertvector(position, Ints);
        const Ints trash = Ints{} + static_cast<std::int32_t>(m_bins);
        lanes::store(isFinite ? bin : trash, out);
    }

    double m_lo;
    double m_perWidth;
    double m_last;
    std::size_t m_bins;
    std::vector<std::uint32_t> m_tables;
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
        BinCounter counter(histogram.lo, histogram.binWidth(), histogram.counts.size());
        counter.count(values.subspan(begin, std::min(shardSize, values.size() - begin)));
        // Whole numbers: the order in which shards arrive does not matter.
        const std::scoped_lock lock(merging);
        counter.addTo(histogram.counts);
    });
    return histogram;
}

}  // namespace zeropoint
