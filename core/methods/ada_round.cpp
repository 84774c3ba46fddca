// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/ada_round.h"

#include "core/methods/hessian.h"
#include "core/scheme/element_format.h"
#include "core/scheme/unit_layout.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace zeropoint {
namespace {

using Array = Eigen::Array<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr float stretchLow = -0.1F;
constexpr float stretchSpan = 1.2F;

/// One layer as the search sees it, everything [out, in].
struct Layer {
    Array weight;
    Array scale;  ///< of each value's unit
    Array floor;  ///< code below, less the zero point
    Array low;    ///< codes' ends, less the zero point
    Array high;
    Matrix hessian;  ///< [in, in], over the error of round-to-nearest
};

/// h and its slope by v.
struct Soft {
    Array h;
    Array slope;
};

Soft soften(const Array& v) {
    const Array sigmoid = (1.0F + (-v).exp()).inverse();
    const Array stretched = stretchSpan * sigmoid + stretchLow;
    const Array inside = (stretched > 0.0F && stretched < 1.0F).cast<float>();
    return {stretched.max(0.0F).min(1.0F), inside * stretchSpan * sigmoid * (1.0F - sigmoid)};
}

Array valuesOf(const Layer& layer, const Array& h) {
    return layer.scale * (layer.floor + h).max(layer.low).min(layer.high);
}

/// v at which h is the remainder, so that the search begins at the exact weights.
Array startOf(const Layer& layer) {
    const Array rest = (layer.weight / layer.scale - layer.floor).max(0.01F).min(0.99F);
    const Array sigmoid = (rest - stretchLow) / stretchSpan;
    return (sigmoid / (1.0F - sigmoid)).log();
}

/// Gradient of the whole loss by v.
Array gradientAt(const Layer& layer, const Array& v, double regularization, float power) {
    const Soft soft = soften(v);
    const Array free =
        (layer.floor + soft.h > layer.low && layer.floor + soft.h < layer.high).cast<float>();
    const Matrix error = (valuesOf(layer, soft.h) - layer.weight).matrix();
    Array gradient = (error * layer.hessian).array() * layer.scale * free;
    if (power > 0) {
        const Array off = 2.0F * soft.h - 1.0F;
        // |off|^(power - 1) through the logarithm: several times as fast as pow().
        const Array raised = ((power - 1.0F) * off.abs().log()).exp();
        gradient -= static_cast<float>(regularization) * 2.0F * power * raised * off.sign();
    }
    return gradient * soft.slope;
}

/// Adam on v (Kingma and Ba 2014).
Result<Array> learn(const Layer& layer, const AdaRoundSettings& settings,
                    const Execution& execution) {
    Array v = startOf(layer);
    Array first = Array::Zero(v.rows(), v.cols());
    Array second = first;
    const auto total = static_cast<double>(settings.iterations);
    for (std::size_t i = 0; i < settings.iterations; ++i) {
        if (execution.stopRequested()) {
            return fail(ErrorCode::Cancelled, "The quantization was stopped");
        }
        const double done = static_cast<double>(i) / total;
        constexpr double warm = 0.2;
        const double fall = std::max(0.0, (done - warm) / (1 - warm));
        const float power = done < warm ? 0.0F : static_cast<float>(20 - 18 * fall);
        const Array gradient = gradientAt(layer, v, settings.regularization, power);
        first = 0.9F * first + 0.1F * gradient;
        second = 0.999F * second + 0.001F * gradient.square();
        const auto step = static_cast<double>(i + 1);
        const auto rate =
            static_cast<float>(settings.learningRate * std::sqrt(1 - std::pow(0.999, step)) /
                               (1 - std::pow(0.9, step)));
        v -= rate * first / (second.sqrt() + 1e-8F);
    }
    return v;
}

Layer layerOf(const Tensor& weight, const QuantizedWeight& nearest, const UnitLayout& layout,
              const CodeRange& codes) {
    const auto out = static_cast<Eigen::Index>(nearest.out());
    const auto in = static_cast<Eigen::Index>(nearest.in());
    Layer layer;
    layer.weight = Eigen::Map<const Array>(weight.values().data(), out, in);
    layer.scale = layer.low = layer.high = Array::Zero(out, in);
    layout.forRuns(0, weight.size(), [&](std::size_t unit, std::size_t begin, std::size_t end) {
        const QuantParams& params = nearest.params[unit];
        for (std::size_t i = begin; i < end; ++i) {
            layer.scale.data()[i] = static_cast<float>(params.scale);
            layer.low.data()[i] = static_cast<float>(codes.qmin - params.zeroPoint);
            layer.high.data()[i] = static_cast<float>(codes.qmax - params.zeroPoint);
        }
    });
    layer.floor = (layer.weight / layer.scale).floor();
    return layer;
}

std::vector<std::int32_t> codesOf(const Layer& layer, const Array& v,
                                  const QuantizedWeight& nearest, const UnitLayout& layout) {
    const Array up = (soften(v).h >= 0.5F).cast<float>();
    const Array levels = (layer.floor + up).max(layer.low).min(layer.high);
    std::vector<std::int32_t> codes(nearest.codes.size());
    layout.forRuns(0, codes.size(), [&](std::size_t unit, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            codes[i] = static_cast<std::int32_t>(levels.data()[i]) + nearest.params[unit].zeroPoint;
        }
    });
    return codes;
}

/// The learned codes where they err less than the nearest ones, row by row.
Result<QuantizedWeight> betterRows(const Tensor& weight, const QuantizedWeight& nearest,
                                   std::vector<std::int32_t> codes,
                                   std::span<const double> hessian) {
    return weightOfCodes(nearest.shape, nearest.scheme, codes, nearest.params, nearest.doubled)
        .and_then([&](const QuantizedWeight& learned) {
            const auto before = outputErrors(weight.values(), nearest.values, hessian);
            const auto after = outputErrors(weight.values(), learned.values, hessian);
            const std::size_t in = nearest.in();
            for (std::size_t row = 0; row < before.size(); ++row) {
                if (!(after[row] < before[row])) {
                    std::copy_n(nearest.codes.begin() + static_cast<std::ptrdiff_t>(row * in), in,
                                codes.begin() + static_cast<std::ptrdiff_t>(row * in));
                }
            }
            return weightOfCodes(nearest.shape, nearest.scheme, std::move(codes), nearest.params,
                                 nearest.doubled);
        });
}

}  // namespace

Result<QuantizedWeight> adaRoundWeight(const Tensor& weight, const QuantScheme& scheme,
                                       std::span<const double> hessian,
                                       const AdaRoundSettings& settings,
                                       const Execution& execution) {
    const Result<ElementFormat> element = elementFormat(scheme);
    if (!element || !element->integer) {
        return fail(ErrorCode::Unsupported, "AdaRound makes integer codes", scheme.format,
                    "Choose an integer format such as int4");
    }
    const bool matrix = weight.shape().size() == 2;
    const std::size_t in = matrix ? static_cast<std::size_t>(weight.shape()[1]) : 0;
    if (!matrix || hessian.size() != in * in) {
        return fail(ErrorCode::InvalidArgument, "Weight and Hessian do not fit together",
                    toString(weight.shape()), "The Hessian is as wide as the weight's rows");
    }
    const Result<QuantizedWeight> nearest = roundWeight(weight, scheme, execution);
    const Result<UnitLayout> layout = UnitLayout::make(weight.shape(), scheme);
    if (!nearest || !layout) {
        return tl::unexpected(nearest ? layout.error() : nearest.error());
    }
    const std::vector<double> errors = outputErrors(weight.values(), nearest->values, hessian);
    const double total = std::accumulate(errors.begin(), errors.end(), 0.0);
    if (!(total > 0)) {
        return nearest;
    }
    Layer layer = layerOf(weight, *nearest, *layout, element->codes);
    const auto size = static_cast<Eigen::Index>(in);
    using Doubles = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const Eigen::Map<const Doubles> given(hessian.data(), size, size);
    layer.hessian = (given * (static_cast<double>(weight.size()) / total)).cast<float>();
    return learn(layer, settings, execution).and_then([&](const Array& v) {
        return betterRows(weight, *nearest, codesOf(layer, v, *nearest, *layout), hessian);
    });
}

}  // namespace zeropoint
