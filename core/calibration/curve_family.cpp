// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/curve_family.h"

#include "core/calibration/range_methods.h"
#include "core/scheme/param_chooser.h"

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

}  // namespace

std::vector<FamilyMember> curveFamily(const FineHistogram& histogram, const QuantScheme& scheme,
                                      std::span<const int> widths, std::size_t points) {
    const NumberFormat* own = findNumberFormat(scheme.format);
    const bool isUnsigned = own != nullptr && own->kind == FormatKind::Integer && !own->isSigned;
    std::vector<FamilyMember> family;
    for (const int bits : widths) {
        QuantScheme member = scheme;
        member.format = (isUnsigned ? "uint" : "int") + std::to_string(bits);
        if (findNumberFormat(member.format) != nullptr) {
            family.push_back({bits, member.format, errorCurve(histogram, member, points)});
        }
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

std::vector<RangeMarker> rangeMarkers(const Summary& summary, const FineHistogram& histogram,
                                      const QuantScheme& scheme) {
    std::vector<RangeMarker> markers;
    for (const Kind kind : markedMethods) {
        QuantScheme candidate = scheme;
        candidate.range = RangeMethod{};
        candidate.range.kind = kind;
        const Result<RealRange> range = chooseRange(summary, histogram, candidate);
        if (!range || !(range->lo < range->hi)) {
            continue;
        }
        const Result<RangeError> error = estimateError(histogram, range->lo, range->hi, candidate);
        if (error) {
            markers.push_back({candidate.range, *error});
        }
    }
    return markers;
}

}  // namespace zeropoint
