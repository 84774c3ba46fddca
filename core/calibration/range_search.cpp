// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/range_search.h"

#include "core/calibration/curve_ranges.h"
#include "core/calibration/exact_error.h"
#include "core/calibration/mse_search.h"
#include "core/calibration/repeated_values.h"
#include "core/scheme/quantizer.h"
#include "core/statistics/extremes.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace zeropoint {
namespace {

using Kind = RangeMethod::Kind;

/// When the best range covers fewer bins than this, an outlier has made the bins too wide.
constexpr double fewBins = 128;

double exactCost(std::span<const float> values, const RealRange& range, const ParamChooser& chooser,
                 const Quantizer& quantizer, const Execution& execution) {
    return exactErrors(values, {&range, 1}, chooser, quantizer, execution).front().error();
}

RealRange exactMseRange(std::span<const float> values, const RealRange& extremes,
                        const ParamChooser& chooser, const Quantizer& quantizer, bool symmetric,
                        const Execution& execution) {
    const RealRange full = chooser.clippingRange(extremes.lo, extremes.hi);
    return searchBestRange(full, !symmetric, [&](double lo, double hi) {
        return exactCost(values, {lo, hi}, chooser, quantizer, execution);
    });
}

/// The range that was found, or one of the error curve's where it errs less: the errors of floats
/// and of a few frequent values have many valleys, between which a search may miss the deepest.
RealRange bestWithCurve(std::span<const float> values, const RealRange& full,
                        const RealRange& found, const ParamChooser& chooser,
                        const Quantizer& quantizer, const Execution& execution) {
    constexpr std::size_t curvePoints = 81;
    std::vector<RealRange> ranges{found};
    for (const RealRange& range : shrinkingRanges(full, curvePoints)) {
        ranges.push_back(range);
    }
    const std::vector<ErrorSums> sums =
        exactErrors(values, ranges, chooser, quantizer, {execution.pool, {}, execution.stop});
    const auto best = std::ranges::min_element(sums, {}, &ErrorSums::error);
    return ranges[static_cast<std::size_t>(best - sums.begin())];
}

/// Whether one value other than 0 is so frequent that its bin is not evenly filled.
bool hasSpike(const FineHistogram& histogram, std::size_t finite) {
    constexpr double frequent = 0.02;
    for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
        const bool holdsZero = std::abs(histogram.binCentre(bin)) <= histogram.binWidth();
        if (!holdsZero &&
            static_cast<double>(histogram.counts[bin]) > frequent * static_cast<double>(finite)) {
            return true;
        }
    }
    return false;
}

/// Whether the histogram's estimate at a range is near what the values give.
bool estimateHolds(double estimated, double exact) {
    constexpr double tolerance = 0.02;
    return std::abs(estimated - exact) <= tolerance * exact;
}

using RangeSearch = RealRange (*)(const RealRange& full, bool asymmetric, RangeCost cost);

/// Mean of |x' - x|^power over the middles of the bins, or over the values themselves.
RealRange lpRange(std::span<const float> points, std::span<const double> weights,
                  const RealRange& full, const ParamChooser& chooser, const Quantizer& quantizer,
                  double power, bool symmetric, RangeSearch search) {
    std::vector<float> back(points.size());
    return search(full, !symmetric, [&](double lo, double hi) {
        quantizer.fakeQuantize(points, chooser.choose(lo, hi), 0, back);
        double sum = 0;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const double error = std::abs(static_cast<double>(back[i]) - points[i]);
            sum += weights[i] * std::pow(error, power);
        }
        return sum;
    });
}

/// What a histogram needs, without the moments.
Summary rangeSummary(std::span<const float> values, const Execution& execution) {
    const Extremes ends = extremes(values, execution);
    Summary summary;
    summary.count = values.size();
    summary.finite = ends.finite;
    summary.min = ends.min;
    summary.max = ends.max;
    return summary;
}

}  // namespace

bool symmetricRange(const ParamChooser& chooser, const QuantScheme& scheme) {
    return scheme.symmetric || !chooser.element().integer;
}

RealRange mseRange(const FineHistogram& histogram, const ErrorEstimator& estimator,
                   bool symmetric) {
    const RealRange full = estimator.chooser().clippingRange(histogram.lo, histogram.hi);
    return searchBestRange(full, !symmetric,
                           [&](double lo, double hi) { return estimator.at(lo, hi).mse; });
}

RealRange lpRange(const FineHistogram& histogram, const ParamChooser& chooser,
                  const Quantizer& quantizer, double power, bool symmetric) {
    std::vector<float> points;
    std::vector<double> weights;
    for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
        if (histogram.counts[bin] > 0) {
            points.push_back(static_cast<float>(histogram.binCentre(bin)));
            weights.push_back(static_cast<double>(histogram.counts[bin]));
        }
    }
    return lpRange(points, weights, chooser.clippingRange(histogram.lo, histogram.hi), chooser,
                   quantizer, power, symmetric, searchBestRange);
}

std::optional<RealRange> searchRepeated(std::span<const float> values, const QuantScheme& scheme,
                                        const ParamChooser& chooser, const Execution& execution) {
    const Result<Quantizer> quantizer = Quantizer::make(scheme);
    if (!quantizer || scheme.rounding == Rounding::Stochastic) {
        return std::nullopt;  // equal values are rounded each its own way there
    }
    const RepeatedValues repeated = repeatedValues(values, execution);
    if (repeated.values.empty()) {
        return std::nullopt;
    }
    const RealRange full = chooser.clippingRange(repeated.values.front(), repeated.values.back());
    const double power = scheme.range.kind == Kind::Mse ? 2 : scheme.range.power;
    return lpRange(repeated.values, repeated.counts, full, chooser, *quantizer, power,
                   symmetricRange(chooser, scheme), searchEveryRange);
}

Result<RealRange> searchMse(std::span<const float> values, const QuantScheme& scheme,
                            const ParamChooser& chooser, const Execution& execution) {
    const bool symmetric = symmetricRange(chooser, scheme);
    const Result<Quantizer> quantizer = Quantizer::make(scheme);
    if (!quantizer) {
        return tl::unexpected(quantizer.error());
    }
    // Of channels and groups there are too many for a whole curve each.
    const auto withCurve = [&](const RealRange& extremes, const RealRange& found) {
        return scheme.granularity != Granularity::Tensor
                   ? found
                   : bestWithCurve(values, chooser.clippingRange(extremes.lo, extremes.hi), found,
                                   chooser, *quantizer, execution);
    };
    if (values.size() <= fewValues) {
        const Extremes ends = extremes(values);
        const RealRange full{ends.min, ends.max};
        return withCurve(full,
                         exactMseRange(values, full, chooser, *quantizer, symmetric, execution));
    }
    const Summary summary = rangeSummary(values, execution);
    const FineHistogram histogram =
        fineHistogram(values, summary, FineHistogram::defaultBins, execution);
    const Result<ErrorEstimator> estimator = ErrorEstimator::make(histogram, scheme);
    if (!estimator || histogram.empty()) {
        return RealRange{};
    }
    const RealRange best = mseRange(histogram, *estimator, symmetric);
    const Execution passes{execution.pool, {}, execution.stop};
    const double estimated =
        estimator->at(best.lo, best.hi).mse * static_cast<double>(summary.finite);
    if (best.hi - best.lo >= fewBins * histogram.binWidth() &&
        estimateHolds(estimated, exactCost(values, best, chooser, *quantizer, passes))) {
        return hasSpike(histogram, summary.finite) ? withCurve({summary.min, summary.max}, best)
                                                   : best;
    }
    const RealRange full{summary.min, summary.max};
    return withCurve(full, exactMseRange(values, full, chooser, *quantizer, symmetric, passes));
}

}  // namespace zeropoint
