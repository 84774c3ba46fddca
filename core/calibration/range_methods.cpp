// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/range_methods.h"

#include "core/calibration/aciq.h"
#include "core/calibration/entropy.h"
#include "core/calibration/error_estimator.h"
#include "core/calibration/range_search.h"
#include "core/numerics/parse_number.h"
#include "core/statistics/extremes.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace zeropoint {
namespace {

using Kind = RangeMethod::Kind;

/// The quantile p, with the zeros where they are: a histogram spreads a spike over its bin.
double quantileWithZeros(const Summary& summary, const FineHistogram& histogram, double p) {
    const double rank = p * static_cast<double>(summary.finite - 1);
    const auto first = static_cast<double>(summary.negatives);
    const auto last = first + static_cast<double>(summary.zeros) - 1;
    return rank >= first && rank <= last ? 0 : quantile(histogram, p);
}

RealRange percentileRange(const Summary& summary, const FineHistogram& histogram, double percentile,
                          bool symmetric) {
    const double share = percentile / 100;
    if (!symmetric) {
        const double tail = (1 - share) / 2;
        return {quantileWithZeros(summary, histogram, tail),
                quantileWithZeros(summary, histogram, 1 - tail)};
    }
    const HistogramMoments moments(histogram);
    const double highest = std::max(std::abs(histogram.lo), std::abs(histogram.hi));
    // |x| <= m holds for more values as m grows: halve the interval until it is a point.
    const auto magnitudeAt = [&](double count) {
        double low = 0;
        double high = highest;
        for (int i = 0; i < 60; ++i) {
            const double m = (low + high) / 2;
            const double inside = moments.below(m).count - moments.below(-m).count;
            (inside < count ? low : high) = m;
        }
        return high;
    };
    // Between neighbours, as exactQuantile does: value number k stands where k + 1/2 lie below.
    const double rank = share * (moments.all().count - 1);
    if (rank <= static_cast<double>(summary.zeros) - 1) {
        return {0, 0};
    }
    const double lower = std::floor(rank);
    if (lower + 1 >= moments.all().count) {
        return {-highest, highest};
    }
    const double below = magnitudeAt(lower + 0.5);
    const double m = below + (magnitudeAt(lower + 1.5) - below) * (rank - lower);
    return {-m, m};
}

RealRange exactPercentileRange(std::span<const float> values, double percentile, bool symmetric) {
    const double share = percentile / 100;
    if (!symmetric) {
        const double tail = (1 - share) / 2;
        return {exactQuantile(values, tail), exactQuantile(values, 1 - tail)};
    }
    std::vector<float> magnitudes(values.begin(), values.end());
    for (float& value : magnitudes) {
        value = std::abs(value);
    }
    const double m = exactQuantile(magnitudes, share);
    return {-m, m};
}

/// ACIQ around the mean. Data on one side of 0 are half of a distribution mirrored there, which the
/// paper gives one bit more where all codes serve the one side; the zeros of a ReLU cost nothing
/// and say nothing of the spread of the others.
RealRange aciqRange(const Summary& summary, const FineHistogram& histogram,
                    const ParamChooser& chooser, bool gauss, bool symmetric) {
    const int bits = chooser.element().format->bits;
    const bool oneSided = summary.min >= 0 || summary.max <= 0;
    const std::size_t counted = oneSided ? summary.finite - summary.zeros : summary.finite;
    if (counted == 0) {
        return {0, 0};
    }
    const int modelBits = oneSided && !symmetric ? bits + 1 : bits;
    const double centre = oneSided ? 0 : summary.mean;
    const double share = static_cast<double>(summary.finite) / static_cast<double>(counted);
    const double sigma =
        oneSided ? std::hypot(summary.std, summary.mean) * std::sqrt(share) : summary.std;
    const double deviation = oneSided ? std::abs(summary.mean) * share
                                      : HistogramMoments(histogram).absoluteDeviation(centre) /
                                            static_cast<double>(summary.finite);
    const double alpha =
        gauss ? aciqGaussAlpha(modelBits) * sigma : aciqLaplaceAlpha(modelBits) * deviation;
    return {std::max(summary.min, centre - alpha), std::min(summary.max, centre + alpha)};
}

RealRange sigmaRange(const Summary& summary, double sigmas) {
    const double reach = sigmas * summary.std;
    return {std::max(summary.min, summary.mean - reach),
            std::min(summary.max, summary.mean + reach)};
}

Result<RealRange> rangeOfValues(std::span<const float> values, const QuantScheme& scheme,
                                const ParamChooser& chooser, const Execution& execution) {
    const RangeMethod& method = scheme.range;
    if (method.kind == Kind::Mse || method.kind == Kind::LpNorm) {
        const auto found = searchRepeated(values, scheme, chooser, execution);
        return found ? *found : searchLeast(values, scheme, chooser, execution);
    }
    switch (method.kind) {
        case Kind::Explicit:
            return RealRange{method.lo, method.hi};
        case Kind::MinMax: {
            const Extremes ends = extremes(values, execution);
            return RealRange{ends.min, ends.max};
        }
        case Kind::Percentile:
            return exactPercentileRange(values, method.percentile, symmetricRange(chooser, scheme));
        default:
            break;
    }
    const Summary summary = summarize(values, execution);
    const std::size_t bins = values.size() <= fewValues ? 2048 : FineHistogram::defaultBins;
    return chooseRange(summary, fineHistogram(values, summary, bins, execution), scheme);
}

}  // namespace

Result<void> checkMethod(const RangeMethod& method) {
    if (method.kind == Kind::Explicit &&
        (!std::isfinite(method.lo) || !std::isfinite(method.hi) || method.lo >= method.hi)) {
        return fail(ErrorCode::InvalidArgument, "A range goes from a finite number up to another",
                    shortestText(method.lo) + "," + shortestText(method.hi), "Give LO below HI");
    }
    if (method.kind == Kind::Percentile && !(method.percentile > 0 && method.percentile <= 100)) {
        return fail(ErrorCode::InvalidArgument, "A percentile lies above 0 and up to 100",
                    shortestText(method.percentile), "Give for example percentile:99.9");
    }
    if (method.kind == Kind::LpNorm && !(method.power > 0 && method.power <= 20)) {
        return fail(ErrorCode::InvalidArgument, "The power of a norm lies above 0 and up to 20",
                    shortestText(method.power), "Give for example lp:2.4");
    }
    if (method.kind == Kind::MeanSigma && !(method.sigmas > 0 && std::isfinite(method.sigmas))) {
        return fail(ErrorCode::InvalidArgument, "The number of deviations lies above 0",
                    shortestText(method.sigmas), "Give for example sigma:3");
    }
    return {};
}

Result<RealRange> chooseRange(const Summary& summary, const FineHistogram& histogram,
                              const QuantScheme& scheme) {
    const RangeMethod& method = scheme.range;
    const Result<void> sound = checkMethod(method);
    if (!sound) {
        return tl::unexpected(sound.error());
    }
    const Result<ErrorEstimator> estimator = ErrorEstimator::make(histogram, scheme);
    if (!estimator) {
        return tl::unexpected(estimator.error());
    }
    if (method.kind == Kind::Explicit) {
        return RealRange{method.lo, method.hi};
    }
    if (summary.finite == 0 || method.kind == Kind::MinMax) {
        return RealRange{summary.min, summary.max};
    }
    const ParamChooser& chooser = estimator->chooser();
    const bool symmetric = symmetricRange(chooser, scheme);
    switch (method.kind) {
        case Kind::Percentile:
            return percentileRange(summary, histogram, method.percentile, symmetric);
        case Kind::Mse:
        case Kind::LpNorm:
            return searchHistogram(histogram, *estimator, scheme).map([](const FoundRange& found) {
                return found.range;
            });
        case Kind::Entropy:
            return entropyRange(histogram, chooser.element().format->bits, symmetric);
        case Kind::AciqGauss:
        case Kind::AciqLaplace:
            return aciqRange(summary, histogram, chooser, method.kind == Kind::AciqGauss,
                             symmetric);
        case Kind::MeanSigma:
            return sigmaRange(summary, method.sigmas);
        default:
            return RealRange{summary.min, summary.max};
    }
}

Result<RealRange> chooseRange(std::span<const float> values, const QuantScheme& scheme,
                              const Execution& execution) {
    const Result<void> sound = checkMethod(scheme.range);
    if (!sound) {
        return tl::unexpected(sound.error());
    }
    const Result<ParamChooser> chooser = ParamChooser::make(scheme);
    if (!chooser) {
        return tl::unexpected(chooser.error());
    }
    const Result<RealRange> range = rangeOfValues(values, scheme, *chooser, execution);
    if (execution.stopRequested()) {  // then it is that of a part
        return fail(ErrorCode::Cancelled, "The search for a range was stopped");
    }
    return range;
}

}  // namespace zeropoint
