// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/histogram_range.h"

#include "core/statistics/extremes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace zeropoint {
namespace {

constexpr double codes = 256;
/// Parts into which a bin is cut when it has to be moved into wider ones.
constexpr std::size_t parts = 128;
/// Share of the values that a step of the search may cut off.
constexpr double stride = 1e-5;

/// Integral of x^2 from begin to end.
double squares(double begin, double end) {
    return (end * end * end - begin * begin * begin) / 3;
}

}  // namespace

void HistogramRange::add(std::span<const float> batch) {
    const Extremes found = extremes(batch);
    if (found.finite == 0) {
        return;
    }
    if (m_counts.empty()) {
        m_counts.assign(bins, 0.0);
        m_min = found.min;
        m_max = found.max;
    } else {
        grow(std::min(m_min, found.min), std::max(m_max, found.max));
    }
    count(batch, {found.min, found.max});
}

void HistogramRange::grow(double lo, double hi) {
    if (lo == m_min && hi == m_max) {
        return;
    }
    const std::vector<double> old = std::exchange(m_counts, std::vector<double>(bins, 0.0));
    const double part = (m_max - m_min) / static_cast<double>(bins * parts);
    if (part == 0) {  // one value so far: all of it goes into one bin
        const double place = (m_min - lo) / (hi - lo) * bins;
        m_counts[std::min(static_cast<std::size_t>(place), bins - 1)] =
            std::accumulate(old.begin(), old.end(), 0.0);
    } else {
        // New bins are a whole number of parts wide, so that every part lies in one of them.
        const double width = std::ceil((hi - lo) / (bins * part));
        const double offset = std::round((m_min - lo) / part);
        for (std::size_t i = 0; i < bins; ++i) {
            for (std::size_t p = 0; p < parts; ++p) {
                const double at = (offset + static_cast<double>(i * parts + p)) / width;
                m_counts[std::min(static_cast<std::size_t>(at), bins - 1)] +=
                    old[i] / static_cast<double>(parts);
            }
        }
        hi = lo + width * bins * part;
    }
    m_min = lo;
    m_max = hi;
}

void HistogramRange::count(std::span<const float> batch, const RealRange& found) {
    const bool whole = m_ends == Ends::WholeNumbers;
    double lo = whole ? std::trunc(m_min) : m_min;
    double hi = whole ? std::trunc(m_max) : m_max;
    if (whole && lo == hi) {
        lo = found.lo;
        hi = found.hi;
    }
    const double scale = hi > lo ? bins / (hi - lo) : 0;
    for (const float value : batch) {
        if (value >= lo && value <= hi) {
            const double at = (value - lo) * scale;
            m_counts[std::min(static_cast<std::size_t>(at), bins - 1)] += 1;
        }
    }
}

double HistogramRange::error(std::size_t first, std::size_t last) const {
    // In units of one bin, from the first one kept.
    const double step = static_cast<double>(last - first + 1) / codes;
    double sum = 0;
    for (std::size_t i = 0; i < bins; ++i) {
        const double begin = static_cast<double>(i) - static_cast<double>(first);
        const double end = begin + 1;
        const double beginCode = std::clamp(std::floor(begin / step), 0.0, codes - 1);
        const double endCode = std::clamp(std::floor(end / step), 0.0, codes - 1);
        // From the bin's begin to the end of its step, whole steps between, and the last one's
        // part.
        const double spread = squares(begin - (beginCode + 0.5) * step, step / 2) +
                              (endCode - beginCode - 1) * squares(-step / 2, step / 2) +
                              squares(-step / 2, end - (endCode + 0.5) * step);
        sum += m_counts[i] * spread;
    }
    return sum;
}

RealRange HistogramRange::range() const {
    if (m_counts.empty()) {
        return {0, 0};
    }
    std::vector<double> upTo(bins);
    std::partial_sum(m_counts.begin(), m_counts.end(), upTo.begin());
    const double total = upTo.back();
    std::size_t first = 0;
    std::size_t last = bins - 1;
    double low = 0;
    double high = 1;
    double least = std::numeric_limits<double>::infinity();
    while (low < high) {
        std::size_t left = first;
        while (left < last && upTo[left] < (low + stride) * total) {
            ++left;
        }
        std::size_t right = last;
        while (right > first && upTo[right] > (high - stride) * total) {
            --right;
        }
        const bool fromLeft = left - first > last - right;
        (fromLeft ? low : high) += fromLeft ? stride : -stride;
        const std::size_t nextFirst = fromLeft ? left : first;
        const std::size_t nextLast = fromLeft ? last : right;
        if (nextFirst == first && nextLast == last) {
            continue;
        }
        const double cost = error(nextFirst, nextLast);
        if (cost > least) {
            break;
        }
        least = cost;
        first = nextFirst;
        last = nextLast;
    }
    const double width = (m_max - m_min) / bins;
    return {m_min + width * static_cast<double>(first),
            m_min + width * static_cast<double>(last + 1)};
}

}  // namespace zeropoint
