// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/curve_study.h"

#include "core/calibration/exact_error.h"

#include <optional>
#include <span>
#include <utility>

namespace zeropoint {
namespace {

constexpr int widths[] = {2, 3, 4, 5, 6, 7, 8};
constexpr int mostLloydBits = 8;
constexpr std::size_t points = 81;
/// Up to as many values the seven widths are measured, a pass for each of their points.
constexpr std::size_t exactFamily = std::size_t{4} << 20;

}  // namespace

std::optional<SourceDistribution> knownDistribution(std::string_view kind, const Summary& summary) {
    using Kind = SourceDistribution::Kind;
    if (!(summary.std > 0)) {
        return std::nullopt;
    }
    if (kind == "normal") {
        return SourceDistribution{Kind::Gauss, summary.std};
    }
    if (kind == "laplace") {
        return SourceDistribution{Kind::Laplace, summary.std};
    }
    if (kind == "uniform" || kind == "ramp") {
        return SourceDistribution{Kind::Uniform, summary.std};
    }
    return std::nullopt;
}

Result<CurveStudy> studyCurve(const CurveInput& input,
                              const std::optional<SourceDistribution>& known,
                              const QuantScheme& scheme, const Execution& execution) {
    QuantScheme full = scheme;
    full.range = RangeMethod{};
    full.granularity = Granularity::Tensor;
    const std::span<const float> values = input.values;
    CurveStudy study;
    study.symmetric = full.symmetric;
    const Result<ErrorCurve> own = exactErrorCurve(values, full, points, execution);
    if (!own) {
        return tl::unexpected(own.error());
    }
    study.own = *own;
    if (study.own.points.empty()) {
        return study;
    }
    const Result<std::vector<RangeMarker>> markers = rangeMarkers(values, full, execution);
    Result<std::vector<FamilyMember>> family =
        values.size() <= exactFamily
            ? curveFamily(values, full, widths, points, execution)
            : Result<std::vector<FamilyMember>>(curveFamily(input.histogram, full, widths, points));
    if (!markers || !family) {
        return tl::unexpected(markers ? family.error() : markers.error());
    }
    if (execution.stopRequested()) {
        return fail(ErrorCode::Cancelled, "The study of the curve was stopped");
    }
    study.markers = *markers;
    study.family = std::move(*family);
    study.familyEstimated = values.size() > exactFamily;
    const NumberFormat* format = findNumberFormat(full.format);
    if (known && format != nullptr && format->bits <= mostLloydBits) {
        study.theory = theoryCurve(study.own, *known, input.summary.mean, full);
        study.lloydMax = lloydMaxQuantizer(*known, format->bits).mse;
    }
    return study;
}

}  // namespace zeropoint
