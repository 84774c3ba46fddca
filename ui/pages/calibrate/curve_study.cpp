// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/curve_study.h"

#include <optional>

namespace zeropoint::ui {
namespace {

constexpr int widths[] = {2, 3, 4, 5, 6, 7, 8};
constexpr int mostLloydBits = 8;

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

Result<CurveScene> studyCurve(const Source& source, const QuantScheme& scheme) {
    QuantScheme full = scheme;
    full.range = RangeMethod{};
    full.granularity = Granularity::Tensor;
    CurveScene scene;
    scene.symmetric = full.symmetric;
    scene.own = errorCurve(source.histogram, full);
    if (scene.own.points.empty()) {
        return fail(ErrorCode::InvalidArgument, "There is no range to vary", "",
                    "Choose a tensor with finite values");
    }
    scene.family = curveFamily(source.histogram, full, widths);
    scene.markers = rangeMarkers(source.summary, source.histogram, full);
    const NumberFormat* format = findNumberFormat(full.format);
    const std::optional<SourceDistribution> known = knownDistribution(source);
    if (known && format != nullptr && format->bits <= mostLloydBits) {
        scene.theory = theoryCurve(scene.own, *known, source.summary.mean, full);
        scene.lloydMax = lloydMaxQuantizer(*known, format->bits).mse;
    }
    return scene;
}

}  // namespace zeropoint::ui
