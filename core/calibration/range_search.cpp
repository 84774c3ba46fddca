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
#include <numeric>
#include <vector>

namespace zeropoint {
namespace {

using Kind = RangeMethod::Kind;

/// When the best range covers fewer bins than this, an outlier has made the bins too wide.
constexpr double fewBins = 128;

/// The power of the error whose mean a method makes least.
double powerOf(const RangeMethod& method) {
    return method.kind == Kind::Mse ? 2 : method.power;
}

/// The sum of |x' - x|^power over the values themselves.
class ExactCost {
public:
    ExactCost(std::span<const float> values, const ParamChooser& chooser,
              const Quantizer& quantizer, double power, const Execution& execution)
        : m_values(values),
          m_chooser(chooser),
          m_quantizer(quantizer),
          m_power(power),
          m_execution{execution.pool, {}, execution.stop} {}

    double at(const RealRange& range) const { return at(std::span(&range, 1)).front(); }

    std::vector<double> at(std::span<const RealRange> ranges) const {
        std::vector<double> costs;
        if (m_power == 2) {  // memory is read once for all
            for (const ErrorSums& sums :
                 exactErrors(m_values, ranges, m_chooser, m_quantizer, m_execution)) {
                costs.push_back(sums.error());
            }
            return costs;
        }
        for (const RealRange& range : ranges) {
            costs.push_back(powersAt(m_chooser.choose(range.lo, range.hi)));
        }
        return costs;
    }

private:
    double powersAt(const QuantParams& params) const {
        constexpr std::size_t perShard = std::size_t{1} << 14;
        std::vector<double> sums((m_values.size() + perShard - 1) / perShard);
        runShards(m_execution, sums.size(), [&](std::size_t shard) {
            const std::size_t from = shard * perShard;
            const auto values = m_values.subspan(from, std::min(perShard, m_values.size() - from));
            std::vector<float> back(values.size());
            m_quantizer.fakeQuantize(values, params, from, back);
            for (std::size_t i = 0; i < values.size(); ++i) {
                const double error = std::abs(static_cast<double>(back[i]) - values[i]);
                sums[shard] += std::isfinite(values[i]) ? std::pow(error, m_power) : 0;
            }
        });
        return std::accumulate(sums.begin(), sums.end(), 0.0);
    }

    std::span<const float> m_values;
    const ParamChooser& m_chooser;
    const Quantizer& m_quantizer;
    double m_power;
    Execution m_execution;
};

RealRange exactRange(const RealRange& full, const ExactCost& cost, bool symmetric) {
    return searchBestRange(full, !symmetric, [&](double lo, double hi) {
        return cost.at(RealRange{lo, hi});
    });
}

/// The range that was found, or one of the error curve's where it errs less: the errors of floats
/// and of a few frequent values have many valleys, between which a search may miss the deepest.
RealRange bestWithCurve(const RealRange& full, const RealRange& found, const ExactCost& cost) {
    constexpr std::size_t curvePoints = 81;
    std::vector<RealRange> ranges{found};
    for (const RealRange& range : shrinkingRanges(full, curvePoints)) {
        ranges.push_back(range);
    }
    const std::vector<double> costs = cost.at(ranges);
    return ranges[static_cast<std::size_t>(std::ranges::min_element(costs) - costs.begin())];
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

/// Values, or the middles of bins, with how often each is there.
struct WeightedPoints {
    std::vector<float> points;
    std::vector<double> weights;

    /// The mean of |x' - x|^power.
    double cost(const QuantParams& params, const Quantizer& quantizer, double power,
                std::span<float> back) const {
        quantizer.fakeQuantize(points, params, 0, back);
        double sum = 0;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const double error = std::abs(static_cast<double>(back[i]) - points[i]);
            sum += weights[i] * std::pow(error, power);
        }
        return sum / std::accumulate(weights.begin(), weights.end(), 0.0);
    }
};

WeightedPoints middlesOf(const FineHistogram& histogram) {
    WeightedPoints middles;
    for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
        if (histogram.counts[bin] > 0) {
            middles.points.push_back(static_cast<float>(histogram.binCentre(bin)));
            middles.weights.push_back(static_cast<double>(histogram.counts[bin]));
        }
    }
    return middles;
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

Result<FoundRange> searchHistogram(const FineHistogram& histogram, const ErrorEstimator& estimator,
                                   const QuantScheme& scheme) {
    const ParamChooser& chooser = estimator.chooser();
    const RealRange full = chooser.clippingRange(histogram.lo, histogram.hi);
    const auto searched = [&](RangeCost cost) {
        const RealRange range = searchBestRange(full, !symmetricRange(chooser, scheme), cost);
        return FoundRange{range, cost(range.lo, range.hi)};
    };
    const double power = powerOf(scheme.range);
    if (power == 2) {
        return searched([&](double lo, double hi) { return estimator.at(lo, hi).mse; });
    }
    return Quantizer::make(scheme).map([&](const Quantizer& quantizer) {
        const WeightedPoints middles = middlesOf(histogram);
        std::vector<float> back(middles.points.size());
        return searched([&](double lo, double hi) {
            return middles.cost(chooser.choose(lo, hi), quantizer, power, back);
        });
    });
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
    const WeightedPoints points{repeated.values, repeated.counts};
    std::vector<float> back(points.points.size());
    return searchEveryRange(full, !symmetricRange(chooser, scheme), [&](double lo, double hi) {
        return points.cost(chooser.choose(lo, hi), *quantizer, powerOf(scheme.range), back);
    });
}

Result<RealRange> searchLeast(std::span<const float> values, const QuantScheme& scheme,
                              const ParamChooser& chooser, const Execution& execution) {
    const bool symmetric = symmetricRange(chooser, scheme);
    const Result<Quantizer> quantizer = Quantizer::make(scheme);
    if (!quantizer) {
        return tl::unexpected(quantizer.error());
    }
    const ExactCost cost(values, chooser, *quantizer, powerOf(scheme.range), execution);
    const Summary summary = rangeSummary(values, execution);
    const RealRange full = chooser.clippingRange(summary.min, summary.max);
    // Of channels and groups there are too many for a whole curve each.
    const auto withCurve = [&](const RealRange& found) {
        return scheme.granularity != Granularity::Tensor ? found : bestWithCurve(full, found, cost);
    };
    if (values.size() <= fewValues) {
        // Few values make many valleys, and cost little.
        return scheme.granularity != Granularity::Tensor
                   ? exactRange(full, cost, symmetric)
                   : searchEveryRange(full, !symmetric, [&](double lo, double hi) {
                         return cost.at(RealRange{lo, hi});
                     });
    }
    const FineHistogram histogram =
        fineHistogram(values, summary, FineHistogram::defaultBins, execution);
    const Result<ErrorEstimator> estimator = ErrorEstimator::make(histogram, scheme);
    if (!estimator || histogram.empty()) {
        return RealRange{};
    }
    const Result<FoundRange> found = searchHistogram(histogram, *estimator, scheme);
    if (!found) {
        return tl::unexpected(found.error());
    }
    const RealRange& range = found->range;
    const auto finite = static_cast<double>(summary.finite);
    if (range.hi - range.lo >= fewBins * histogram.binWidth() &&
        estimateHolds(found->cost * finite, cost.at(range))) {
        return hasSpike(histogram, summary.finite) ? withCurve(range) : range;
    }
    return withCurve(exactRange(full, cost, symmetric));
}

}  // namespace zeropoint
