// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/fine_histogram.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {

double quantile(const FineHistogram& histogram, double p) {
    if (histogram.empty()) {
        return 0;
    }
    const double target = std::clamp(p, 0.0, 1.0) * static_cast<double>(histogram.total);
    double below = 0;
    for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
        const auto count = static_cast<double>(histogram.counts[bin]);
        if (count > 0 && below + count >= target) {
            const double inside = std::max(0.0, target - below) / count;
            return std::min(histogram.hi, histogram.lo + (static_cast<double>(bin) + inside) *
                                                             histogram.binWidth());
        }
        below += count;
    }
    return histogram.hi;
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
