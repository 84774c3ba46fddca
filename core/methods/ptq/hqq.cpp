// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/ptq/hqq.h"

#include "core/calibration/unit_ranges.h"
#include "core/numerics/number_format.h"
#include "core/scheme/element_format.h"
#include "core/scheme/scale.h"
#include "core/scheme/unit_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

ScaleFormat zeroFormatOf(const QuantScheme& scheme) {
    const bool plain =
        scheme.scaleFormat == ScaleFormat::Fp16 || scheme.scaleFormat == ScaleFormat::Bf16;
    return plain ? scheme.scaleFormat : ScaleFormat::Fp32;
}

double largestOf(ScaleFormat format) {
    return format == ScaleFormat::Fp16 ? limits(numberFormat("fp16")).max
                                       : double{std::numeric_limits<float>::max()};
}

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
};

/// A zero point may be negative or 0, which roundScale does not take.
float roundZero(double zero, ScaleFormat format) {
    const double magnitude = std::abs(zero);
    const double rounded = magnitude == 0 ? 0 : roundScale(magnitude, format);
    return static_cast<float>(std::copysign(rounded, zero));
}

/// What one pass over the values tells: the error under the present zero point, and the zero point
/// that fits better.
struct Pass {
    double error = 0;
    double zero = 0;
};

/// The shrinkage operator of HQQ's half-quadratic solver takes |r|^(p-1) of each residual r, and
/// the error |r|^p is that times |r|: one power serves both.
Pass passOver(const Unit& unit, double beta, double norm) {
    Pass pass;
    for (const float value : unit.values) {
        const float code = unit.code(value);
        const double residual = static_cast<double>(value) - unit.scale * (code - unit.zero);
        const double magnitude = std::abs(residual);
        const double power = magnitude == 0 ? 0 : std::pow(magnitude, norm - 1);
        const double kept = std::copysign(std::max(0.0, magnitude - power / beta), residual);
        pass.error += magnitude * power;
        pass.zero += code - (value - kept) / unit.scale;
    }
    pass.zero /= static_cast<double>(unit.values.size());
    return pass;
}

void search(Unit& unit, const HqqSettings& settings) {
    float best = unit.zero;
    double least = std::numeric_limits<double>::infinity();
    double beta = 10;
    for (std::size_t i = 0; i <= settings.iterations && least > 0; ++i) {
        const Pass pass = passOver(unit, beta, settings.norm);
        if (pass.error < least) {
            least = pass.error;
            best = unit.zero;
        }
        unit.zero = roundZero(pass.zero, unit.zeroFormat);
        beta *= 1.01;
    }
    unit.zero = best;
}

/// The scales with which each unit's grid spans its own extremes, as they are stored. Where a
/// narrow unit lies so far from zero that its zero point would be beyond the largest number of its
/// format, the scale is as much wider.
void chooseScales(std::span<const Extremes> ends, const CodeRange& codes, QuantizedWeight& stored) {
    const double steps = static_cast<double>(codes.qmax) - codes.qmin;
    const ScaleFormat format = stored.scheme.scaleFormat;
    // Room for the codes' own ends, and for a scale that is rounded down.
    const double largestZero = largestOf(zeroFormatOf(stored.scheme)) / 2;
    std::vector<float> scales;
    for (const Extremes& unit : ends) {
        const double reach = unit.max - unit.min;
        const double far = std::max(std::abs(unit.min), std::abs(unit.max));
        // One value alone is a step from a zero point next to the codes.
        const double ideal = reach > 0 ? reach / steps : far > 0 ? far : 1.0;
        scales.push_back(
            static_cast<float>(roundScale(std::max(ideal, far / largestZero), format)));
    }
    if (format == ScaleFormat::Double) {
        stored.doubled =
            doubleQuantize(scales, static_cast<std::size_t>(stored.scheme.doubleBlock));
    }
    for (std::size_t i = 0; i < scales.size(); ++i) {
        stored.params[i].scale = format == ScaleFormat::Double ? stored.doubled.at(i) : scales[i];
    }
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
    QuantizedWeight stored{weight.shape(), scheme, {}, {}, {}, {}, {}, 1, {}};
    stored.codes.resize(weight.size());
    stored.params.resize(layout->units());
    stored.realZeros.resize(layout->units());
    chooseScales(ends, element->codes, stored);
    const bool done = runShards(execution, layout->units(), [&](std::size_t index) {
        std::vector<float> buffer;
        Unit unit{layout->values(weight.values(), index, buffer), element->codes,
                  zeroFormatOf(scheme), static_cast<float>(stored.params[index].scale)};
        unit.zero = roundZero(element->codes.qmin - ends[index].min / unit.scale, unit.zeroFormat);
        search(unit, settings);
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
