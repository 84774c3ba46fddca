// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantization/integer_example.h"

#include "core/support/random.h"

#include <algorithm>

namespace zeropoint {
namespace {

constexpr std::size_t rows = 2;
constexpr std::size_t inner = 4;
constexpr std::size_t columns = 3;
constexpr std::uint64_t mostSeeds = 5000;

QuantScheme affine() {
    QuantScheme scheme;
    scheme.format = "uint8";
    scheme.symmetric = false;
    return scheme;
}

std::vector<double> drawn(Random& random, std::size_t count, double deviation, double mean) {
    std::vector<double> values(count);
    std::generate(values.begin(), values.end(), [&] { return mean + deviation * random.normal(); });
    return values;
}

Result<QuantParams> paramsOf(const std::vector<double>& values, const QuantScheme& scheme) {
    const auto [lo, hi] = std::minmax_element(values.begin(), values.end());
    return chooseParams(*lo, *hi, scheme);
}

std::vector<std::int32_t> codesOf(const std::vector<double>& values, const QuantParams& params,
                                  const QuantScheme& scheme) {
    std::vector<std::int32_t> codes;
    codes.reserve(values.size());
    for (const double value : values) {
        codes.push_back(static_cast<std::int32_t>(traceSample(value, params, scheme).code));
    }
    return codes;
}

std::vector<double> product(const std::vector<double>& x, const std::vector<double>& w,
                            const std::vector<double>& bias) {
    std::vector<double> y;
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            double sum = bias[column];
            for (std::size_t k = 0; k < inner; ++k) {
                sum += x[row * inner + k] * w[k * columns + column];
            }
            y.push_back(sum);
        }
    }
    return y;
}

bool anyDiffers(const IntegerWalk& walk) {
    return std::any_of(walk.outputs.begin(), walk.outputs.end(),
                       [](const IntegerOutput& output) { return output.differs; });
}

}  // namespace

Result<IntegerExample> drawIntegerExample(std::uint64_t seed) {
    Random random(seed);
    const std::vector<double> x = drawn(random, rows * inner, 1, 0.6);
    const std::vector<double> w = drawn(random, inner * columns, 0.5, 0);
    const std::vector<double> bias = drawn(random, columns, 0.2, 0);
    const QuantScheme symmetric;
    IntegerExample example;
    example.real = product(x, w, bias);
    const Result<QuantParams> xParams = paramsOf(x, affine());
    const Result<QuantParams> wParams = paramsOf(w, symmetric);
    const Result<QuantParams> yParams = paramsOf(example.real, affine());
    for (const auto* params : {&xParams, &wParams, &yParams}) {
        if (!*params) {
            return tl::unexpected(params->error());
        }
    }
    IntegerLayer& layer = example.layer;
    layer.rows = rows;
    layer.inner = inner;
    layer.columns = columns;
    layer.x = codesOf(x, *xParams, affine());
    layer.w = codesOf(w, *wParams, symmetric);
    layer.bias = bias;
    layer.xParams = *xParams;
    layer.wParams = *wParams;
    layer.yParams = *yParams;
    layer.yCodes = {0, 255};
    return walkIntegerLayer(layer).map([&](const IntegerWalk& walk) {
        example.walk = walk;
        return example;
    });
}

std::uint64_t nextDiffering(std::uint64_t seed) {
    for (std::uint64_t next = seed + 1; next < seed + mostSeeds; ++next) {
        const Result<IntegerExample> example = drawIntegerExample(next);
        if (example && anyDiffers(example->walk)) {
            return next;
        }
    }
    return seed;
}

}  // namespace zeropoint
