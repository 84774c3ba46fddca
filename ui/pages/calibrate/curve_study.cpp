// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/curve_study.h"

#include "core/calibration/exact_error.h"

#include <optional>
#include <span>
#include <utility>

namespace zeropoint::ui {
namespace {

constexpr int widths[] = {2, 3, 4, 5, 6, 7, 8};
constexpr int mostLloydBits = 8;
constexpr std::size_t points = 81;
/// Up to as many values the seven widths are measured, a pass for each of their points.
constexpr std::size_t exactFamily = std::size_t{4} << 20;

/// The distribution that a synthetic source was drawn from, where theory knows it; its spread is
/// taken from the drawn numbers.
std::optional<SourceDistribution> knownDistribution(const Source& source) {
    const auto* spec = std::get_if<SyntheticSpec>(&source.origin);
    if (spec == nullptr || !(source.summary.std > 0)) {
        return std::nullopt;
    }
    using Kind = SourceDistribution::Kind;
    if (spec->kind == "normal") {
        return SourceDistribution{Kind::Gauss, source.summary.std};
    }
    if (spec->kind == "laplace") {
        return SourceDistribution{Kind::Laplace, source.summary.std};
    }
    if (spec->kind == "uniform" || spec->kind == "ramp") {
        return SourceDistribution{Kind::Uniform, source.summary.std};
    }
    return std::nullopt;
}

}  // namespace

Result<CurveScene> studyCurve(const Source& source, const QuantScheme& scheme,
                              const Execution& execution) {
    QuantScheme full = scheme;
    full.range = RangeMethod{};
    full.granularity = Granularity::Tensor;
    const std::span<const float> values = source.tensor.values();
    CurveScene scene;
    scene.symmetric = full.symmetric;
    const Result<ErrorCurve> own = exactErrorCurve(values, full, points, execution);
    if (!own) {
        return tl::unexpected(own.error());
    }
    scene.own = *own;
    if (scene.own.points.empty()) {
        return scene;
    }
    const Result<std::vector<RangeMarker>> markers = rangeMarkers(values, full, execution);
    Result<std::vector<FamilyMember>> family =
        values.size() <= exactFamily ? curveFamily(values, full, widths, points, execution)
                                     : Result<std::vector<FamilyMember>>(
                                           curveFamily(source.histogram, full, widths, points));
    if (!markers || !family) {
        return tl::unexpected(markers ? family.error() : markers.error());
    }
    scene.markers = *markers;
    scene.family = std::move(*family);
    scene.familyEstimated = values.size() > exactFamily;
    const NumberFormat* format = findNumberFormat(full.format);
    const std::optional<SourceDistribution> known = knownDistribution(source);
    if (known && format != nullptr && format->bits <= mostLloydBits) {
        scene.theory = theoryCurve(scene.own, *known, source.summary.mean, full);
        scene.lloydMax = lloydMaxQuantizer(*known, format->bits).mse;
    }
    return scene;
}

}  // namespace zeropoint::ui
