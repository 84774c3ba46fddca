// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/tensor_glance.h"

#include "core/calibration/error_curve.h"
#include "core/statistics/fine_histogram.h"
#include "core/statistics/summary.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {
namespace {

constexpr std::size_t barCount = 20;
constexpr std::size_t fineBins = 2048;
constexpr std::uint64_t mostValues = 1U << 16;
constexpr std::uint64_t stretches = 16;
/// The share of values at each end that would squeeze the rest into one bar.
constexpr double tail = 0.001;

/// All values of a small tensor, evenly spread stretches of a large one.
Result<std::vector<float>> sample(const WeightFile& file, std::size_t index) {
    const auto count =
        static_cast<std::uint64_t>(std::max<std::int64_t>(file.tensors()[index].elements(), 0));
    std::vector<float> values(std::min(count, mostValues));
    const std::uint64_t parts = count > mostValues ? stretches : 1;
    const std::uint64_t length = values.size() / parts;
    for (std::uint64_t part = 0; part < parts; ++part) {
        // The first and the last stretch stand at the ends: special rows are often there.
        const std::uint64_t first = parts == 1 ? 0 : (count - length) / (parts - 1) * part;
        const auto out = std::span(values).subspan(part * length, length);
        if (const auto read = file.readValues(index, first, out); !read) {
            return tl::unexpected(read.error());
        }
    }
    return values;
}

std::vector<float> barsOf(const FineHistogram& fine) {
    const double lo = quantile(fine, tail);
    const double hi = quantile(fine, 1 - tail);
    if (!(lo < hi)) {
        return {};
    }
    std::vector<double> edges(barCount + 1);
    for (std::size_t i = 0; i <= barCount; ++i) {
        edges[i] = lo + (hi - lo) * static_cast<double>(i) / barCount;
    }
    const std::vector<double> counts = rebin(fine, edges);
    return {counts.begin(), counts.end()};
}

}  // namespace

Result<TensorGlance> glanceAt(const WeightFile& file, std::size_t index) {
    const auto values = sample(file, index);
    if (!values) {
        return tl::unexpected(values.error());
    }
    TensorGlance glance;
    glance.sampled = values->size() < static_cast<std::size_t>(file.tensors()[index].elements());
    const Summary summary = summarize(*values);
    const FineHistogram fine = fineHistogram(*values, summary, fineBins);
    const double largest = std::max(std::abs(summary.min), std::abs(summary.max));
    if (fine.empty() || largest == 0) {
        return glance;
    }
    glance.bars = barsOf(fine);
    glance.peak = largest / std::hypot(summary.mean, summary.std);
    const auto error = estimateError(fine, -largest, largest, QuantScheme{});
    if (error && std::isfinite(error->sqnrDb)) {
        glance.int8SqnrDb = error->sqnrDb;
    }
    return glance;
}

}  // namespace zeropoint
