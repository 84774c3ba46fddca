// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/recipe/quantized_weight.h"

#include "core/numerics/block_format.h"
#include "core/numerics/nvfp4.h"
#include "core/quantization/quantize.h"
#include "core/scheme/unit_layout.h"

#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

BlockOptions optionsOf(const QuantScheme& scheme, float tensorScale) {
    return {scheme.scaleRule, tensorScale};
}

Result<QuantizedWeight> roundToBlocks(const Tensor& weight, const QuantScheme& scheme,
                                      const BlockFormat& format, const Execution& execution) {
    QuantizedWeight stored{weight.shape(), scheme, {}, {}, {}, {}, {}, 1, {}};
    if (format.bytesPerTensor > 0) {
        stored.tensorScale = nvfp4TensorScale(weight.values());
    }
    return quantizeBlocks(format, weight.values(), optionsOf(stored.scheme, stored.tensorScale),
                          execution)
        .and_then([&](std::vector<std::byte>&& blocks) {
            stored.blocks = std::move(blocks);
            return decodeWeight(stored);
        })
        .map([&](std::vector<float>&& values) {
            stored.values = std::move(values);
            return std::move(stored);
        });
}

Result<std::vector<float>> decodeRealZeros(const QuantizedWeight& weight) {
    return UnitLayout::make(weight.shape, weight.scheme).map([&](const UnitLayout& layout) {
        std::vector<float> values(weight.codes.size());
        layout.forRuns(0, values.size(), [&](std::size_t unit, std::size_t begin, std::size_t end) {
            const auto scale = static_cast<float>(weight.params[unit].scale);
            for (std::size_t i = begin; i < end; ++i) {
                values[i] = scale * (static_cast<float>(weight.codes[i]) - weight.realZeros[unit]);
            }
        });
        return values;
    });
}

}  // namespace

Result<QuantizedWeight> roundWeight(const Tensor& weight, const QuantScheme& scheme,
                                    const Execution& execution) {
    if (const BlockFormat* format = findBlockFormat(scheme.format); format != nullptr) {
        return roundToBlocks(weight, scheme, *format, execution);
    }
    const Result<Calibration> calibration = calibrate(weight, scheme, execution);
    if (!calibration) {
        return tl::unexpected(calibration.error());
    }
    Result<QuantizedTensor> codes = quantize(weight, scheme, *calibration, execution);
    if (!codes) {
        return tl::unexpected(codes.error());
    }
    return weightOfCodes(weight.shape(), scheme, std::move(codes->codes), std::move(codes->params),
                         calibration->doubled);
}

Result<QuantizedWeight> weightOfCodes(const Shape& shape, const QuantScheme& scheme,
                                      std::vector<std::int32_t> codes,
                                      std::vector<QuantParams> params, DoubleQuantization doubled) {
    QuantizedWeight stored{
        shape, scheme, std::move(codes), std::move(params), std::move(doubled), {}, {}, 1, {}};
    return decodeWeight(stored).map([&](std::vector<float>&& values) {
        stored.values = std::move(values);
        return std::move(stored);
    });
}

Result<std::vector<float>> decodeWeight(const QuantizedWeight& weight) {
    if (const BlockFormat* format = findBlockFormat(weight.scheme.format); format != nullptr) {
        std::vector<float> values(static_cast<std::size_t>(elementCount(weight.shape)));
        return dequantizeBlocks(*format, weight.blocks, values,
                                optionsOf(weight.scheme, weight.tensorScale))
            .map([&] { return std::move(values); });
    }
    if (!weight.realZeros.empty()) {
        return decodeRealZeros(weight);
    }
    return dequantize({weight.shape, weight.scheme, weight.codes, weight.params, 0})
        .map([](const Tensor& tensor) {
            return std::vector<float>(tensor.values().begin(), tensor.values().end());
        });
}

double signalToNoiseDb(std::span<const float> exact, std::span<const float> changed) {
    double signal = 0;
    double noise = 0;
    for (std::size_t i = 0; i < exact.size(); ++i) {
        const double x = exact[i];
        const double error = x - static_cast<double>(changed[i]);
        signal += x * x;
        noise += error * error;
    }
    return noise == 0 ? std::numeric_limits<double>::infinity() : 10 * std::log10(signal / noise);
}

}  // namespace zeropoint
