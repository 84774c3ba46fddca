// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/tensor_glance.h"

#include "core/scheme/param_chooser.h"
#include "core/scheme/quantizer.h"
#include "core/statistics/fine_histogram.h"
#include "core/statistics/summary.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace zeropoint {
namespace {

constexpr std::size_t barCount = 20;
constexpr std::size_t fineBins = 2048;
constexpr std::uint64_t mostValues = 1U << 16;
constexpr std::uint64_t stretches = 16;
constexpr std::uint64_t stretchLength = 1U << 20;  ///< of a measurement of all values
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

/// What both figures are made of, joined stretch by stretch.
struct Spread {
    double largest = 0;
    double squares = 0;
    std::size_t finite = 0;

    void add(std::span<const float> values) {
        const Summary summary = summarize(values, {}, SummaryDetail::Spread);
        largest = std::max({largest, std::abs(summary.min), std::abs(summary.max)});
        squares += (summary.mean * summary.mean + summary.std * summary.std) *
                   static_cast<double>(summary.finite);
        finite += summary.finite;
    }
};

using Use = std::function<void(std::span<const float> values, std::uint64_t first)>;
/// Hands out all values in stretches, from the first to the last.
using Walk = std::function<Result<void>(const Use& use)>;

/// Both figures of what is walked over twice.
Result<void> measure(TensorGlance& glance, const Walk& walk) {
    glance.peak.reset();
    glance.int8SqnrDb.reset();
    Spread spread;
    if (auto walked = walk([&](auto values, std::uint64_t) { spread.add(values); });
        !walked || spread.largest == 0) {
        return walked;
    }
    glance.peak = spread.largest / std::sqrt(spread.squares / static_cast<double>(spread.finite));
    const QuantScheme scheme;
    const auto chooser = ParamChooser::make(scheme);
    const auto quantizer = Quantizer::make(scheme);
    if (!chooser || !quantizer) {
        return tl::unexpected(chooser ? quantizer.error() : chooser.error());
    }
    const QuantParams params = chooser->choose(-spread.largest, spread.largest);
    const RealRange clip =
        chooser->clipRange(chooser->clippingRange(-spread.largest, spread.largest), params);
    ErrorSums sums;
    auto walked = walk([&](auto values, std::uint64_t first) {
        sums.join(quantizer->error(values, params, clip, first));
    });
    const double sqnr = decibels(sums.signal, sums.error(), sums.count);
    if (walked && std::isfinite(sqnr)) {
        glance.int8SqnrDb = sqnr;
    }
    return walked;
}

}  // namespace

Result<TensorGlance> glanceAt(const WeightFile& file, std::size_t index) {
    const auto values = sample(file, index);
    if (!values) {
        return tl::unexpected(values.error());
    }
    TensorGlance glance;
    glance.sampled = values->size() < static_cast<std::size_t>(file.tensors()[index].elements());
    const FineHistogram fine = fineHistogram(*values, summarize(*values), fineBins);
    if (!fine.empty()) {
        glance.bars = barsOf(fine);
    }
    const auto measured = measure(glance, [&](const Use& use) -> Result<void> {
        use(*values, 0);
        return {};
    });
    if (!measured) {
        return tl::unexpected(measured.error());
    }
    return glance;
}

Result<TensorGlance> measuredGlance(const WeightFile& file, std::size_t index, TensorGlance glance,
                                    const Execution& execution) {
    const auto count =
        static_cast<std::uint64_t>(std::max<std::int64_t>(file.tensors()[index].elements(), 0));
    std::vector<float> values;
    std::uint64_t done = 0;  // of both passes
    const auto walk = [&](const Use& use) -> Result<void> {
        for (std::uint64_t first = 0; first < count; first += values.size()) {
            values.resize(std::min(stretchLength, count - first));
            if (auto read = file.readValues(index, first, values); !read) {
                return read;
            }
            use(values, first);
            done += values.size();
            if (execution.progress) {
                execution.progress(static_cast<double>(done) / (2 * static_cast<double>(count)));
            }
            if (execution.stopRequested()) {
                return fail(ErrorCode::Cancelled, "The measurement was stopped",
                            file.tensors()[index].name);
            }
        }
        return {};
    };
    if (auto measured = measure(glance, walk); !measured) {
        return tl::unexpected(measured.error());
    }
    glance.sampled = false;
    return glance;
}

}  // namespace zeropoint
