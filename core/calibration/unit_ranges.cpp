// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/unit_ranges.h"

#include <cmath>
#include <limits>
#include <mutex>

namespace zeropoint {
namespace {

constexpr std::size_t shardValues = std::size_t{1} << 18;

/// Units that lie in one piece: shards of whole units.
void contiguousExtremes(std::span<const float> values, const UnitLayout& layout,
                        const Execution& execution, std::vector<Extremes>& out) {
    const std::size_t perShard = std::max<std::size_t>(1, shardValues / layout.runLength());
    runShards(execution, (out.size() + perShard - 1) / perShard, [&](std::size_t shard) {
        std::vector<float> unused;
        const std::size_t end = std::min(out.size(), (shard + 1) * perShard);
        for (std::size_t unit = shard * perShard; unit < end; ++unit) {
            out[unit] = extremes(layout.values(values, unit, unused));
        }
    });
}

/// Channels scattered over memory: rows of all channels are read in order, and each position of
/// the row keeps its own minimum and maximum, which vectorises where runs are short.
class RowExtremes {
public:
    explicit RowExtremes(std::size_t row)
        : m_min(row, std::numeric_limits<float>::infinity()),
          m_max(row, -std::numeric_limits<float>::infinity()) {}

    void add(std::span<const float> row) {
        constexpr float largest = std::numeric_limits<float>::max();
        for (std::size_t i = 0; i < row.size(); ++i) {
            const float x = row[i];
            const bool finite = std::abs(x) <= largest;
            m_min[i] = finite && x < m_min[i] ? x : m_min[i];
            m_max[i] = finite && x > m_max[i] ? x : m_max[i];
        }
    }

    void addTo(std::vector<Extremes>& units, std::size_t run) const {
        for (std::size_t i = 0; i < m_min.size(); ++i) {
            if (m_min[i] <= m_max[i]) {
                units[i / run].join({1, m_min[i], m_max[i], 0});
            }
        }
    }

private:
    std::vector<float> m_min;
    std::vector<float> m_max;
};

void scatteredExtremes(std::span<const float> values, const UnitLayout& layout,
                       const Execution& execution, std::vector<Extremes>& out) {
    const std::size_t row = layout.units() * layout.runLength();
    const std::size_t rows = values.size() / row;
    const std::size_t perShard = std::max<std::size_t>(1, shardValues / row);
    std::mutex merging;
    runShards(execution, (rows + perShard - 1) / perShard, [&](std::size_t shard) {
        RowExtremes own(row);
        const std::size_t end = std::min(rows, (shard + 1) * perShard);
        for (std::size_t i = shard * perShard; i < end; ++i) {
            own.add(values.subspan(i * row, row));
        }
        // Least and greatest do not depend on the order in which shards arrive.
        const std::scoped_lock lock(merging);
        own.addTo(out, layout.runLength());
    });
}

}  // namespace

std::vector<Extremes> unitExtremes(std::span<const float> values, const UnitLayout& layout,
                                   const Execution& execution) {
    std::vector<Extremes> out(layout.units());
    if (values.empty()) {
        return out;
    }
    if (layout.units() == 1) {
        out[0] = extremes(values, execution);
    } else if (layout.contiguous()) {
        contiguousExtremes(values, layout, execution, out);
    } else {
        scatteredExtremes(values, layout, execution, out);
    }
    return out;
}

}  // namespace zeropoint
