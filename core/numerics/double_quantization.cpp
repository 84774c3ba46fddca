// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/double_quantization.h"

#include "core/numerics/number_format.h"
#include "core/numerics/small_float.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace zeropoint {
namespace {

constexpr float largestCode = 448;
constexpr std::uint8_t signBit = 0x80;

/// The code of the next larger value: towards zero from below, away from it above.
std::uint8_t codeAbove(std::uint8_t code) {
    if (code == signBit) {  // a negative zero
        return 1;
    }
    const bool negative = (code & signBit) != 0;
    return static_cast<std::uint8_t>(negative ? code - 1 : code + 1);
}

}  // namespace

float DoubleQuantization::at(std::size_t index) const {
    static const NumberFormat& format = numberFormat("fp8-e4m3");
    return static_cast<float>(decode(format, codes[index])) * factors[index / block] + mean;
}

std::size_t DoubleQuantization::bytes() const {
    return codes.size() + sizeof(float) * (factors.size() + 1);
}

DoubleQuantization doubleQuantize(std::span<const float> scales, std::size_t block) {
    DoubleQuantization out;
    out.block = block;
    if (scales.empty()) {
        return out;
    }
    out.mean = static_cast<float>(std::accumulate(scales.begin(), scales.end(), 0.0) /
                                  static_cast<double>(scales.size()));
    if (std::any_of(scales.begin(), scales.end(), [](float scale) { return scale > 0; })) {
        // The mean of subnormal scales may round to zero, and no code of a block without a spread
        // of its own would read back positive.
        out.mean = std::max(out.mean, std::numeric_limits<float>::denorm_min());
    }
    out.codes.reserve(scales.size());
    for (std::size_t begin = 0; begin < scales.size(); begin += block) {
        const std::span<const float> part =
            scales.subspan(begin, std::min(block, scales.size() - begin));
        float largest = 0;
        for (const float scale : part) {
            largest = std::max(largest, std::abs(scale - out.mean));
        }
        const float factor = largest / largestCode;
        out.factors.push_back(factor);
        for (const float scale : part) {
            const float share = factor > 0 ? (scale - out.mean) / factor : 0.0F;
            out.codes.push_back(E4M3::encodeSaturated(share));
            while (scale > 0 && !(out.at(out.codes.size() - 1) > 0)) {
                out.codes.back() = codeAbove(out.codes.back());
            }
        }
    }
    return out;
}

}  // namespace zeropoint
