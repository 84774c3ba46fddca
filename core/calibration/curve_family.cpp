// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/curve_family.h"

#include "core/calibration/exact_error.h"
#include "core/calibration/range_methods.h"
#include "core/scheme/param_chooser.h"
#include "core/scheme/quantizer.h"

#include <utility>

namespace zeropoint {
namespace {

using Kind = RangeMethod::Kind;

constexpr Kind markedMethods[] = {Kind::MinMax,  Kind::Percentile, Kind::Mse,
                                  Kind::Entropy, Kind::AciqGauss,  Kind::AciqLaplace,
                                  Kind::LpNorm,  Kind::MeanSigma};

bool isNearest(Rounding rounding) {
    return rounding == Rounding::NearestEven || rounding == Rounding::HalfAway ||
           rounding == Rounding::HalfUp;
}

std::vector<QuantScheme> memberSchemes(const QuantScheme& scheme, std::span<const int> widths) {
    const NumberFormat* own = findNumberFormat(scheme.format);
    const bool isUnsigned = own != nullptr && own->kind == FormatKind::Integer && !own->isSigned;
    std::vector<QuantScheme> members;
    for (const int bits : widths) {
        QuantScheme member = scheme;
        member.format = (isUnsigned ? "uint" : "int") + std::to_string(bits);
        if (findNumberFormat(member.format) != nullptr) {
            members.push_back(member);
        }
    }
    return members;
}

}  // namespace

Result<std::vector<FamilyMember>> curveFamily(std::span<const float> values,
                                              const QuantScheme& scheme,
                                              std::span<const int> widths, std::size_t points,
                                              const Execution& execution) {
    std::vector<FamilyMember> family;
    for (const QuantScheme& member : memberSchemes(scheme, widths)) {
        Result<ErrorCurve> curve = exactErrorCurve(values, member, points, execution);
        if (!curve) {
            return tl::unexpected(curve.error());
        }
        family.push_back({numberFormat(member.format).bits, member.format, std::move(*curve)});
    }
    return family;
}

std::vector<FamilyMember> curveFamily(const FineHistogram& histogram, const QuantScheme& scheme,
                                      std::span<const int> widths, std::size_t points) {
    std::vector<FamilyMember> family;
    for (const QuantScheme& member : memberSchemes(scheme, widths)) {
        family.push_back({numberFormat(member.format).bits, member.format,
                          errorCurve(histogram, member, points)});
    }
    return family;
}

std::vector<double> theoryCurve(const ErrorCurve& curve, const SourceDistribution& source,
                                double mean, const QuantScheme& scheme) {
    const Result<ParamChooser> chooser = ParamChooser::make(scheme);
    if (!chooser || !chooser->element().integer || !isNearest(effectiveRounding(scheme))) {
        return {};
    }
    const CodeRange& codes = chooser->element().codes;
    std::vector<double> expected;
    std::vector<double> levels(static_cast<std::size_t>(codes.qmax - codes.qmin) + 1);
    for (const RangeError& point : curve.points) {
        const QuantParams params = chooser->choose(point.lo, point.hi);
        for (std::size_t i = 0; i < levels.size(); ++i) {
            const double q = codes.qmin + static_cast<double>(i);
            levels[i] = params.scale * (q - params.zeroPoint) - mean;
        }
        expected.push_back(expectedSquaredError(source, levels));
    }
    return expected;
}

Result<std::vector<RangeMarker>> rangeMarkers(std::span<const float> values,
                                              const QuantScheme& scheme,
                                              const Execution& execution) {
    std::vector<RangeMarker> markers;
    std::vector<RealRange> ranges;
    for (const Kind kind : markedMethods) {
        QuantScheme candidate = scheme;
        candidate.range = RangeMethod{};
        candidate.range.kind = kind;
        const Result<RealRange> range = chooseRange(values, candidate, execution);
        if (range && range->lo < range->hi) {
            markers.push_back({candidate.range, {}});
            ranges.push_back(*range);
        }
    }
    const Result<ParamChooser> chooser = ParamChooser::make(scheme);
    const Result<Quantizer> quantizer = Quantizer::make(scheme);
    if (!chooser || !quantizer) {
        return tl::unexpected(chooser ? quantizer.error() : chooser.error());
    }
    const std::vector<ErrorSums> sums =
        exactErrors(values, ranges, *chooser, *quantizer, execution);
    if (execution.stopRequested()) {
        return fail(ErrorCode::Cancelled, "The measurement was stopped");
    }
    for (std::size_t i = 0; i < markers.size(); ++i) {
        markers[i].at = rangeErrorOf(sums[i], chooser->clippingRange(ranges[i].lo, ranges[i].hi));
    }
    return markers;
}

}  // namespace zeropoint
