// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/fine_histogram.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {

namespace {

/// Where value number `index` (from 0) in ascending order lies: the values of a bin stand evenly in
/// it, the least and the greatest are known.
double valueAt(const FineHistogram& histogram, std::uint64_t index) {
    if (index == 0 || index + 1 >= histogram.total) {
        return index == 0 ? histogram.lo : histogram.hi;
    }
    std::uint64_t below = 0;
    std::size_t bin = 0;
    while (below + histogram.counts[bin] <= index) {
        below += histogram.counts[bin++];
    }
    const double inside =
        (static_cast<double>(index - below) + 0.5) / static_cast<double>(histogram.counts[bin]);
    return histogram.lo + (static_cast<double>(bin) + inside) * histogram.binWidth();
}

}  // namespace

double quantile(const FineHistogram& histogram, double p) {
    if (histogram.empty()) {
        return 0;
    }
    const double rank = std::clamp(p, 0.0, 1.0) * static_cast<double>(histogram.total - 1);
    const auto lower = static_cast<std::uint64_t>(rank);
    const double low = valueAt(histogram, lower);
    const double high = valueAt(histogram, std::min(lower + 1, histogram.total - 1));
    return low + (high - low) * (rank - static_cast<double>(lower));
}

double exactQuantile(std::span<const float> values, double p) {
    std::vector<float> finite;
    finite.reserve(values.size());
    std::copy_if(values.begin(), values.end(), std::back_inserter(finite),
                 [](float value) { return std::isfinite(value); });
    if (finite.empty()) {
        return 0;
    }
    const double rank = std::clamp(p, 0.0, 1.0) * static_cast<double>(finite.size() - 1);
    const auto lower = static_cast<std::size_t>(rank);
    const auto at = finite.begin() + static_cast<std::ptrdiff_t>(lower);
    std::nth_element(finite.begin(), at, finite.end());
    const double low = *at;
    if (lower + 1 == finite.size()) {
        return low;
    }
    const double high = *std::min_element(at + 1, finite.end());
    return low + (high - low) * (rank - static_cast<double>(lower));
}

std::vector<double> rebin(const FineHistogram& histogram, std::span<const double> edges) {
    std::vector<double> out(edges.size() < 2 ? 0 : edges.size() - 1, 0.0);
    if (out.empty() || histogram.empty()) {
        return out;
    }
    const double width = histogram.binWidth();
    std::size_t target = 0;
    for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
        const auto count = static_cast<double>(histogram.counts[bin]);
        const double begin = histogram.lo + static_cast<double>(bin) * width;
        const double end = begin + width;
        while (target + 1 < out.size() && edges[target + 1] <= begin) {
            ++target;
        }
        for (std::size_t i = target; i < out.size() && edges[i] <= end; ++i) {
            if (width == 0) {
                out[i] += begin <= edges.back() ? count : 0;
                break;
            }
            const double covered = std::min(end, edges[i + 1]) - std::max(begin, edges[i]);
            out[i] += count * std::max(0.0, covered) / width;
        }
    }
    return out;
}

}  // namespace zeropoint
