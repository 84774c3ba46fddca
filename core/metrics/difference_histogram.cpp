// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/difference_histogram.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

/// Pairs whose differences are taken before any is counted.
constexpr std::size_t blockSize = 1024;

/// The smallest power of two above a positive magnitude.
double powerAbove(double magnitude) {
    int exponent = 0;
    std::frexp(magnitude, &exponent);
    return std::ldexp(1.0, exponent);
}

}  // namespace

void DifferenceHistogram::growFor(double magnitude) {
    const double wanted = powerAbove(magnitude);
    if (wanted <= m_reach) {
        return;
    }
    if (m_reach == 0) {
        m_reach = wanted;
        m_counts.assign(bins, 0);
        return;
    }
    while (m_reach < wanted) {
        std::vector<std::uint64_t> wider(bins, 0);
        for (std::size_t i = 0; i < bins; ++i) {
            wider[bins / 4 + i / 2] += m_counts[i];
        }
        m_counts = std::move(wider);
        m_reach *= 2;
    }
}

void DifferenceHistogram::add(std::span<const float> from, std::span<const float> to) {
    std::array<float, blockSize> differences;
    for (std::size_t begin = 0; begin < from.size(); begin += blockSize) {
        const std::size_t count = std::min(blockSize, from.size() - begin);
        float largest = 0;
        std::size_t left = 0;  // NaN and infinities, which go the way of zeros but for the count
        for (std::size_t i = 0; i < count; ++i) {
            const float d = to[begin + i] - from[begin + i];
            const bool finite = std::abs(d) <= std::numeric_limits<float>::max();
            differences[i] = finite ? d : 0.0F;
            left += finite ? 0 : 1;
            largest = std::max(largest, std::abs(differences[i]));
        }
        if (largest == 0) {
            m_zeros += count - left;
            continue;
        }
        growFor(largest);
        // In double: the smallest errors of float32 times this are beyond it.
        const double perBin = bins / 2 / m_reach;
        std::uint64_t zeros = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const double place = std::floor(differences[i] * perBin);
            const auto bin = std::min(static_cast<std::size_t>(place + bins / 2), bins - 1);
            ++m_counts[bin];
            zeros += differences[i] == 0 ? 1 : 0;
        }
        m_zeros += zeros - left;
        m_counts[bins / 2] -= zeros;
    }
}

void DifferenceHistogram::join(const DifferenceHistogram& other) {
    m_zeros += other.m_zeros;
    if (other.m_reach == 0) {
        return;
    }
    DifferenceHistogram wider = other;
    growFor(other.m_reach / 2);
    wider.growFor(m_reach / 2);
    for (std::size_t i = 0; i < bins; ++i) {
        m_counts[i] += wider.m_counts[i];
    }
}

std::vector<double> DifferenceHistogram::between(std::span<const double> edges) const {
    std::vector<double> result(edges.size() > 1 ? edges.size() - 1 : 0);
    const double width = m_reach / (bins / 2);
    for (std::size_t i = 0; i < result.size(); ++i) {
        const double lo = edges[i];
        const double hi = edges[i + 1];
        if (lo <= 0 && hi >= 0 && lo < hi) {
            const bool edge = lo == 0 || hi == 0;
            result[i] += static_cast<double>(m_zeros) * (edge ? 0.5 : 1.0);
        }
        if (m_reach == 0) {
            continue;
        }
        const double first = std::clamp((lo + m_reach) / width, 0.0, double{bins});
        const double last = std::clamp((hi + m_reach) / width, 0.0, double{bins});
        for (auto bin = static_cast<std::size_t>(first); static_cast<double>(bin) < last; ++bin) {
            const auto place = static_cast<double>(bin);
            const double share = std::min(place + 1, last) - std::max(place, first);
            result[i] += share * static_cast<double>(m_counts[bin]);
        }
    }
    return result;
}

}  // namespace zeropoint
