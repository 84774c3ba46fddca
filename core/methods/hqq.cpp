// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/hqq.h"

#include "core/calibration/unit_ranges.h"
#include "core/scheme/element_format.h"
#include "core/scheme/scale.h"
#include "core/scheme/unit_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

/// One unit's search: the values, and the grid they are rounded to.
struct Unit {
    std::span<const float> values;
    CodeRange codes;
    ScaleFormat zeroFormat = ScaleFormat::Fp32;
    float scale = 1;
    float zero = 0;

    float code(float value) const {
        return std::clamp(std::nearbyint(value / scale + zero), static_cast<float>(codes.qmin),
                          static_cast<float>(codes.qmax));
    }
    float back(float value) const { return scale * (code(value) - zero); }
};

/// A zero point may be negative or 0, which roundScale does not take.
float roundZero(double zero, ScaleFormat format) {
    const double magnitude = std::abs(zero);
    const double rounded = magnitude == 0 ? 0 : roundScale(magnitude, format);
    return static_cast<float>(std::copysign(rounded, zero));
}

double error(const Unit& unit, double norm) {
    double sum = 0;
    for (const float value : unit.values) {
        sum += std::pow(std::abs(static_cast<double>(value) - unit.back(value)), norm);
    }
    return sum;
}

double shrink(double x, double beta, double norm) {
    const double magnitude = std::abs(x);
    if (magnitude == 0) {
        return 0;
    }
    return std::copysign(std::max(0.0, magnitude - std::pow(magnitude, norm - 1) / beta), x);
}

double betterZero(const Unit& unit, double beta, double norm) {
    double sum = 0;
    for (const float value : unit.values) {
        const double e = shrink(static_cast<double>(value) - unit.back(value), beta, norm);
        sum += unit.code(value) - (value - e) / unit.scale;
    }
    return sum / static_cast<double>(unit.values.size());
}

void search(Unit& unit, const HqqSettings& settings) {
    float best = unit.zero;
    double least = error(unit, settings.norm);
    double beta = 10;
    for (std::size_t i = 0; i < settings.iterations && least > 0; ++i) {
        unit.zero = roundZero(betterZero(unit, beta, settings.norm), unit.zeroFormat);
        const double now = error(unit, settings.norm);
        if (now < least) {
            least = now;
            best = unit.zero;
        }
        beta *= 1.01;
    }
    unit.zero = best;
}

/// The grid that spans the unit's own extremes.
void start(Unit& unit, const Extremes& ends, ScaleFormat format) {
    const double steps = static_cast<double>(unit.codes.qmax) - unit.codes.qmin;
    const double reach = ends.max - ends.min;
    unit.scale = static_cast<float>(roundScale(reach > 0 ? reach / steps : 1.0, format));
    unit.zero = roundZero(unit.codes.qmin - ends.min / unit.scale, unit.zeroFormat);
}

ScaleFormat zeroFormatOf(const QuantScheme& scheme) {
    const bool plain =
        scheme.scaleFormat == ScaleFormat::Fp16 || scheme.scaleFormat == ScaleFormat::Bf16;
    return plain ? scheme.scaleFormat : ScaleFormat::Fp32;
}

}  // namespace

Result<QuantizedWeight> hqqWeight(const Tensor& weight, const QuantScheme& scheme,
                                  const HqqSettings& settings, const Execution& execution) {
    const Result<ElementFormat> element = elementFormat(scheme);
    if (!element || !element->integer) {
        return fail(ErrorCode::Unsupported, "HQQ makes integer codes", scheme.format,
                    "Choose an integer format such as uint4");
    }
    const Result<UnitLayout> layout = UnitLayout::make(weight.shape(), scheme);
    if (!layout) {
        return tl::unexpected(layout.error());
    }
    const std::vector<Extremes> ends = unitExtremes(weight.values(), *layout, execution);
    QuantizedWeight stored{weight.shape(), scheme, {}, {}, {}, {}, 1, {}};
    stored.codes.resize(weight.size());
    stored.params.resize(layout->units());
    stored.realZeros.resize(layout->units());
    const bool done = runShards(execution, layout->units(), [&](std::size_t index) {
        std::vector<float> buffer;
        Unit unit{layout->values(weight.values(), index, buffer), element->codes,
                  zeroFormatOf(scheme)};
        start(unit, ends[index], scheme.scaleFormat);
        search(unit, settings);
        stored.params[index] = {unit.scale, 0};
        stored.realZeros[index] = unit.zero;
    });
    if (!done) {
        return fail(ErrorCode::Cancelled, "The quantization was stopped");
    }
    layout->forRuns(0, weight.size(), [&](std::size_t index, std::size_t begin, std::size_t end) {
        const Unit unit{{},
                        element->codes,
                        ScaleFormat::Fp32,
                        static_cast<float>(stored.params[index].scale),
                        stored.realZeros[index]};
        for (std::size_t i = begin; i < end; ++i) {
            stored.codes[i] = static_cast<std::int32_t>(unit.code(weight.values()[i]));
        }
    });
    return decodeWeight(stored).map([&](std::vector<float>&& values) {
        stored.values = std::move(values);
        return std::move(stored);
    });
}

}  // namespace zeropoint
