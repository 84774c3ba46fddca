// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/ptq/ada_round.h"

#include "core/methods/ptq/hessian.h"
#include "core/nn/fast_math.h"
#include "core/nn/matrix_product.h"
#include "core/scheme/element_format.h"
#include "core/scheme/unit_layout.h"

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

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

/// The search's state, everything [out, in].
struct Search {
    Array v;
    Array sigmoid;   ///< of v
    Array error;     ///< w~ - w
    Array gradient;  ///< error times Hessian
    Array first;     ///< Adam's moments
    Array second;
};

/// A part that stays in the nearest cache while the loops below go over it.
constexpr Eigen::Index piece = 512;

/// Without a branch, unlike std::clamp, so that the loops become vector code.
float clamped(float value, float low, float high) {
    const float raised = value < low ? low : value;
    return raised > high ? high : raised;
}

float softRounding(float sigmoid) {
    return clamped(stretchSpan * sigmoid + stretchLow, 0.0F, 1.0F);
}

/// v at which h is the remainder, so that the search begins at the exact weights.
Array startOf(const Layer& layer) {
    const Array rest = (layer.weight / layer.scale - layer.floor).max(0.01F).min(0.99F);
    const Array sigmoid = (rest - stretchLow) / stretchSpan;
    return (sigmoid / (1.0F - sigmoid)).log();
}

/// Sigmoid and error of [begin, end) for the v there.
void see(const Layer& layer, Search& search, Eigen::Index begin, Eigen::Index end) {
    const float* const v = search.v.data();
    float* const sigmoid = search.sigmoid.data();
    float* const error = search.error.data();
    // Two loops: the compiler asks whether pointers overlap, and gives up on too many of them.
    for (Eigen::Index i = begin; i < end; ++i) {
        sigmoid[i] = fastSigmoid(v[i]);
    }
    for (Eigen::Index i = begin; i < end; ++i) {
        const float level = clamped(layer.floor.data()[i] + softRounding(sigmoid[i]),
                                    layer.low.data()[i], layer.high.data()[i]);
        error[i] = layer.scale.data()[i] * level - layer.weight.data()[i];
    }
}

/// Turns the gradient by the output into that of the whole loss by v, in [begin, end). `pull` is
/// what |2h - 1|^(power - 1) is weighed with; without it, the search is still free.
void descend(const Layer& layer, Search& search, float pull, float power, Eigen::Index begin,
             Eigen::Index end) {
    std::array<float, piece> raised{};
    const float* const sigmoid = search.sigmoid.data() + begin;
    if (pull > 0) {
        float* const out = raised.data();
        for (Eigen::Index i = 0; i < end - begin; ++i) {
            const float off = std::abs(2.0F * softRounding(sigmoid[i]) - 1.0F);
            out[i] = fastPower(off, power - 1.0F);
        }
    }
    float* const gradient = search.gradient.data() + begin;
    for (Eigen::Index i = 0; i < end - begin; ++i) {
        const float stretched = stretchSpan * sigmoid[i] + stretchLow;
        const float h = clamped(stretched, 0.0F, 1.0F);
        const float level = layer.floor.data()[begin + i] + h;
        const float slope = stretchSpan * sigmoid[i] * (1.0F - sigmoid[i]);
        const float byOutput = gradient[i] * layer.scale.data()[begin + i];
        const bool free =
            (level > layer.low.data()[begin + i]) & (level < layer.high.data()[begin + i]);
        const float byRounding =
            std::copysign(pull * raised[static_cast<std::size_t>(i)], h - 0.5F);
        const float whole = ((free ? byOutput : 0.0F) - byRounding) * slope;
        gradient[i] = (stretched > 0.0F) & (stretched < 1.0F) ? whole : 0.0F;
    }
}

/// Adam's step on v in [begin, end) (Kingma and Ba 2014).
void adamStep(Search& search, float rate, Eigen::Index begin, Eigen::Index end) {
    const float* const gradient = search.gradient.data();
    float* const first = search.first.data();
    float* const second = search.second.data();
    float* const v = search.v.data();
    for (Eigen::Index i = begin; i < end; ++i) {
        const float g = gradient[i];
        first[i] = 0.9F * first[i] + 0.1F * g;
        second[i] = 0.999F * second[i] + 0.001F * g * g;
        v[i] -= rate * first[i] / (std::sqrt(second[i]) + 1e-8F);
    }
}

/// The search; gives v's sigmoid.
Result<Array> learn(const Layer& layer, const AdaRoundSettings& settings,
                    const Execution& execution) {
    Search search;
    search.v = startOf(layer);
    search.first = search.second = Array::Zero(search.v.rows(), search.v.cols());
    search.sigmoid = search.error = search.gradient = search.first;
    const Eigen::Index size = search.v.size();
    const auto rows = static_cast<std::size_t>(search.v.rows());
    const auto columns = static_cast<std::size_t>(search.v.cols());
    const MatrixView<float> gradient(search.gradient.data(), rows, columns);
    const MatrixView<const float> error(search.error.data(), rows, columns);
    const MatrixView<const float> hessian(layer.hessian.data(), columns, columns);
    // The same in every iteration: packed once.
    std::vector<float> packed(columns <= mostPackedRows ? packedSize<float>(columns, columns) : 0);
    if (!packed.empty()) {
        packMatrix<float>(hessian, packed.data());
    }
    see(layer, search, 0, size);
    const auto total = static_cast<double>(settings.iterations);
    for (std::size_t i = 0; i < settings.iterations; ++i) {
        if (execution.stopRequested()) {
            return fail(ErrorCode::Cancelled, "The quantization was stopped");
        }
        const double done = static_cast<double>(i) / total;
        constexpr double warm = 0.2;
        const double fall = std::max(0.0, (done - warm) / (1 - warm));
        const auto power = static_cast<float>(20 - 18 * fall);
        const float pull =
            done < warm ? 0.0F : static_cast<float>(settings.regularization) * 2.0F * power;
        const auto step = static_cast<double>(i + 1);
        const auto rate =
            static_cast<float>(settings.learningRate * std::sqrt(1 - std::pow(0.999, step)) /
                               (1 - std::pow(0.9, step)));
        multiply<float>(gradient, error, hessian, Store::Replace,
                        packed.empty() ? nullptr : packed.data());
        for (Eigen::Index begin = 0; begin < size; begin += piece) {
            const Eigen::Index end = std::min(begin + piece, size);
            descend(layer, search, pull, power, begin, end);
            adamStep(search, rate, begin, end);
            see(layer, search, begin, end);
        }
    }
    return std::move(search.sigmoid);
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

std::vector<std::int32_t> codesOf(const Layer& layer, const Array& sigmoid,
                                  const QuantizedWeight& nearest, const UnitLayout& layout) {
    const Array up = (sigmoid >= 0.5F).cast<float>();  // where h is at least 1/2 too
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
    return learn(layer, settings, execution).and_then([&](const Array& sigmoid) {
        return betterRows(weight, *nearest, codesOf(layer, sigmoid, *nearest, *layout), hessian);
    });
}

}  // namespace zeropoint
