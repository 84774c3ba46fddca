// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/qat/fake_quantize.h"

#include "core/nn/lanes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace zeropoint {
namespace {

/// Round half even for |value| <= 2^21: where float32 has no fractions, the addition rounds. One
/// add and one subtract on every CPU level, and vectors of them.
float roundSmall(float value) {
    constexpr float noFractions = 12582912.0F;  // 1.5 * 2^23
    return (value + noFractions) - noFractions;
}

/// NaN comes through.
float clamped(float value, float low, float high) {
    value = value < low ? low : value;
    return value > high ? high : value;
}

/// The code of a value, as far as it is beside `code`: below, at, or above it.
float codeNear(float value, float scale, float code) {
    return roundSmall(clamped(value / scale, code - 1, code + 1));
}

/// The ends of the values whose codes are from grid.low to grid.high. The code never falls where
/// the value rises, so that two comparisons with values stand for a division of each value.
struct InsideValues {
    float first;
    float last;

    explicit InsideValues(const Grid& grid) {
        constexpr float infinity = std::numeric_limits<float>::infinity();
        // Each of the four loops ends after the few steps by which a product is rounded.
        first = (grid.low - 0.5F) * grid.scale;
        while (codeNear(first, grid.scale, grid.low) < grid.low) {
            first = std::nextafter(first, infinity);
        }
        for (float next = std::nextafter(first, -infinity);
             codeNear(next, grid.scale, grid.low) >= grid.low && next > -infinity;
             next = std::nextafter(first, -infinity)) {
            first = next;
        }
        last = (grid.high + 0.5F) * grid.scale;
        while (codeNear(last, grid.scale, grid.high) > grid.high) {
            last = std::nextafter(last, -infinity);
        }
        for (float next = std::nextafter(last, infinity);
             codeNear(next, grid.scale, grid.high) <= grid.high && next < infinity;
             next = std::nextafter(last, infinity)) {
            last = next;
        }
    }
};

/// From this many values on, their ends are found in less time than the divisions take.
constexpr std::size_t manyValues = 256;

}  // namespace

Grid Grid::of(const QuantParams& params, const CodeRange& codes) {
    const auto scale = static_cast<float>(params.scale);
    return {scale > 0 ? scale : 1.0F, static_cast<float>(codes.qmin - params.zeroPoint),
            static_cast<float>(codes.qmax - params.zeroPoint), params.zeroPoint};
}

Result<ElementFormat> trainableElement(const QuantScheme& scheme, std::string_view where) {
    auto element = elementFormat(scheme);
    if (!element) {
        return element;
    }
    if (!element->integer || effectiveRounding(scheme) != Rounding::NearestEven) {
        return fail(ErrorCode::Unsupported,
                    "Training through a quantizer takes integer formats rounded to nearest",
                    std::string(where), "Choose int2 to int16 or uint2 to uint16");
    }
    return element;
}

void fakeQuantize(std::span<const float> x, const Grid& grid, std::span<float> y) {
    const auto [scale, low, high, zeroPoint] = grid;
    const float* in = x.data();
    float* out = y.data();
    // low and high are whole numbers: clamping before the rounding gives the same code.
    for (std::size_t i = 0; i < x.size(); ++i) {
        out[i] = roundSmall(clamped(in[i] / scale, low, high)) * scale;
    }
}

void clippedStraightThrough(std::span<const float> x, const Grid& grid, ClipTest test,
                            std::span<float> gradient) {
    const auto [scale, low, high, zeroPoint] = grid;
    const float* in = x.data();
    float* g = gradient.data();
    if (test == ClipTest::Value) {
        for (std::size_t i = 0; i < x.size(); ++i) {
            const float v = in[i] / scale;
            g[i] = v <= low ? 0.0F : g[i];
            g[i] = v >= high ? 0.0F : g[i];
        }
        return;
    }
    if (x.size() >= manyValues) {
        const auto [first, last] = InsideValues(grid);
        for (std::size_t i = 0; i < x.size(); ++i) {
            const float kept = in[i] < first ? 0.0F : g[i];
            g[i] = in[i] > last ? 0.0F : kept;
        }
        return;
    }
    for (std::size_t i = 0; i < x.size(); ++i) {
        const float r = roundSmall(clamped(in[i] / scale, low - 1, high + 1));
        g[i] = r < low ? 0.0F : g[i];
        g[i] = r > high ? 0.0F : g[i];
    }
}

double lsqGradient(std::span<const float> x, const Grid& grid, ClipTest test,
                   std::span<float> gradient) {
    const auto [scale, low, high, zeroPoint] = grid;
    const float* in = x.data();
    float* g = gradient.data();
    if (test == ClipTest::Value) {
        return laneSum<double>(x.size(), [=, scale = scale, low = low, high = high](std::size_t i) {
            const float v = in[i] / scale;
            const float upstream = g[i];
            float slope = roundSmall(clamped(v, low, high)) - v;
            float passed = v <= low ? 0.0F : upstream;
            slope = v <= low ? low : slope;
            slope = v >= high ? high : slope;
            passed = v >= high ? 0.0F : passed;
            g[i] = passed;
            return static_cast<double>(slope) * static_cast<double>(upstream);
        });
    }
    return laneSum<double>(x.size(), [=, scale = scale, low = low, high = high](std::size_t i) {
        const float v = in[i] / scale;
        const float upstream = g[i];
        const float r = roundSmall(clamped(v, low - 1, high + 1));
        float slope = r - v;
        float passed = r < low ? 0.0F : upstream;
        slope = r < low ? low : slope;
        slope = r > high ? high : slope;
        passed = r > high ? 0.0F : passed;
        g[i] = passed;
        return static_cast<double>(slope) * static_cast<double>(upstream);
    });
}

RealRange finiteRange(std::span<const float> values) {
    constexpr float largest = std::numeric_limits<float>::max();
    const auto [least, most] = laneExtremes(values.data(), values.size());
    if (least > most) {
        return {};
    }
    return {std::clamp(least, -largest, largest), std::clamp(most, -largest, largest)};
}

double magnitudeSum(std::span<const float> values) {
    const float* x = values.data();
    return laneSum<double>(values.size(),
                           [x](std::size_t i) { return static_cast<double>(std::fabs(x[i])); });
}

}  // namespace zeropoint
