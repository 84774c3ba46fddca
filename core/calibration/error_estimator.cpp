// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/error_estimator.h"

#include "core/calibration/level_error.h"
#include "core/calibration/uniform_error.h"
#include "core/scheme/error_sums.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

bool needsLevels(const ElementFormat& element) {
    return !element.integer && element.scaled;
}

}  // namespace

ErrorEstimator::ErrorEstimator(const FineHistogram& histogram, const QuantScheme& scheme,
                               const ParamChooser& chooser)
    : m_scheme(&scheme),
      m_chooser(chooser),
      m_moments(histogram),
      m_rounding(effectiveRounding(scheme)),
      m_special(overflowsToSpecial(chooser.element(), scheme)),
      m_levels(needsLevels(chooser.element()) ? levelsOf(*chooser.element().format)
                                              : std::vector<double>()) {}

Result<ErrorEstimator> ErrorEstimator::make(const FineHistogram& histogram,
                                            const QuantScheme& scheme) {
    return ParamChooser::make(scheme).map(
        [&](const ParamChooser& chooser) { return ErrorEstimator(histogram, scheme, chooser); });
}

RangeError ErrorEstimator::at(double lo, double hi) const {
    if (m_moments.counts().size() <= 1) {
        return constantTensor(lo, hi);
    }
    const QuantParams params = m_chooser.choose(lo, hi);
    const RealRange asked = m_chooser.clippingRange(lo, hi);
    const RealRange clip = m_chooser.clipRange(asked, params);
    const HistogramMoments::Sums& all = m_moments.all();
    const double inside = squaredError(clip.lo, clip.hi, params);
    const double kept = m_moments.below(clip.hi).count - m_moments.below(clip.lo).count;
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const bool endless = m_special && (clip.lo > m_moments.lo() || clip.hi < m_moments.hi());
    const double outside = endless ? infinity
                                   : squaredError(-infinity, clip.lo, params) +
                                         squaredError(clip.hi, infinity, params);
    RangeError out;
    out.lo = asked.lo;
    out.hi = asked.hi;
    out.clipMse = outside / all.count;
    out.roundMse = inside / all.count;
    out.mse = out.clipMse + out.roundMse;
    out.sqnrDb = decibels(all.second, inside + outside, 1);
    out.clippedFraction = std::clamp(1 - kept / all.count, 0.0, 1.0);
    out.maxAbsError = endless ? infinity : largestError(params);
    return out;
}

double ErrorEstimator::squaredError(double from, double to, const QuantParams& params) const {
    const double begin = std::max(from, m_moments.lo());
    const double end = std::min(to, m_moments.hi());
    if (begin >= end) {
        return 0;
    }
    if (m_chooser.element().integer) {
        return uniformError(begin, end, params);
    }
    if (!m_chooser.element().scaled) {
        return castError(m_moments, *m_chooser.element().format, m_rounding, begin, end);
    }
    return levelError(m_moments, m_levels, params.scale, m_rounding, begin, end);
}

double ErrorEstimator::uniformError(double from, double to, const QuantParams& params) const {
    const CodeRange& codes = m_chooser.element().codes;
    const UniformGrid grid{static_cast<double>(codes.qmin - params.zeroPoint),
                           static_cast<double>(codes.qmax - params.zeroPoint), m_rounding};
    const double width = m_moments.binWidth();
    const double perStep = 1 / params.scale;
    const std::span<const double> counts = m_moments.counts();
    const auto binOf = [&](double x) {
        return std::min(static_cast<std::size_t>((x - m_moments.lo()) / width), counts.size() - 1);
    };
    const auto piece = [&](double begin, double end, std::size_t bin) {
        return counts[bin] *
               (cumulativeError(end * perStep, grid) - cumulativeError(begin * perStep, grid));
    };
    const auto edge = [&](std::size_t bin) {
        return m_moments.lo() + static_cast<double>(bin) * width;
    };
    const std::size_t first = binOf(from);
    const std::size_t last = binOf(to);
    double sum = 0;
    if (first == last) {
        sum = piece(from, to, first);
    } else {
        sum = piece(from, edge(first + 1), first) + piece(edge(last), to, last) +
              weightedError(edge(first + 1) * perStep, width * perStep,
                            counts.subspan(first + 1, last - first - 1), grid);
    }
    // From the integral in steps to values: step^3 for the integral, 1 / width for the density.
    return sum * params.scale * params.scale * (params.scale / width);
}

double ErrorEstimator::largestStep(double scale) const {
    const ElementFormat& element = m_chooser.element();
    if (element.integer) {
        return 1;
    }
    const double from = m_moments.lo() / scale;
    const double to = m_moments.hi() / scale;
    if (element.scaled) {
        return largestGap(m_levels, from, to);
    }
    const double largest = std::min(std::max(-from, to), element.largest);
    return element.format->bits >= 32 ? 0 : unitInLastPlace(*element.format, largest);
}

double ErrorEstimator::largestError(const QuantParams& params) const {
    const RealRange reach = m_chooser.representable(params);
    const double beyond = std::max({0.0, m_moments.hi() - reach.hi, reach.lo - m_moments.lo()});
    const bool nearest = m_rounding == Rounding::NearestEven || m_rounding == Rounding::HalfAway ||
                         m_rounding == Rounding::HalfUp;
    const double gap = params.scale * largestStep(params.scale);
    return std::max(beyond, nearest ? gap / 2 : gap);
}

RangeError ErrorEstimator::constantTensor(double lo, double hi) const {
    const RealRange asked = m_chooser.clippingRange(lo, hi);
    if (m_moments.counts().empty()) {
        constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
        return {asked.lo,  asked.hi,  undefined, undefined,
                undefined, undefined, undefined, undefined};
    }
    RangeError out;
    out.lo = asked.lo;
    out.hi = asked.hi;
    const QuantParams params = m_chooser.choose(lo, hi);
    const RealRange clip = m_chooser.clipRange(asked, params);
    const double value = m_moments.lo();
    const SampleTrace trace = traceSample(value, params, *m_scheme);
    const bool clipped = value < clip.lo || value > clip.hi;
    ErrorSums sums;
    sums.add(static_cast<float>(value), trace.dequantized, clipped);
    out.clipMse = sums.clipError;
    out.roundMse = sums.roundError;
    out.mse = sums.error();
    out.sqnrDb = decibels(sums.signal, sums.error(), sums.count);
    out.clippedFraction = clipped ? 1 : 0;
    out.maxAbsError = sums.maxError;
    return out;
}

}  // namespace zeropoint
