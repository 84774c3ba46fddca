// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/double_quantization.h"

#include "core/numerics/number_format.h"
#include "core/numerics/small_float.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

constexpr float largestLevel = 448;
constexpr std::uint8_t largestCode = 0x7E;
constexpr std::uint8_t zeroScale = 0x7F;  ///< NaN in E4M3: no other scale has it
constexpr std::uint8_t signBit = 0x80;

/// The code of the next larger value: towards zero from below, away from it above.
std::uint8_t codeAbove(std::uint8_t code) {
    if (code == signBit) {  // a negative zero
        return 1;
    }
    const bool negative = (code & signBit) != 0;
    return static_cast<std::uint8_t>(negative ? code - 1 : code + 1);
}

/// Units of zeros have no scale to speak of.
float meanOf(std::span<const float> scales) {
    double sum = 0;
    std::size_t count = 0;
    for (const float scale : scales) {
        sum += double{scale};
        count += scale > 0 ? 1 : 0;
    }
    return count > 0 ? static_cast<float>(sum / static_cast<double>(count)) : 0.0F;
}

float factorOf(std::span<const float> scales, float mean) {
    float largest = 0;
    for (const float scale : scales) {
        largest = scale > 0 ? std::max(largest, std::abs(scale - mean)) : largest;
    }
    const float factor = largest / largestLevel;
    // Below the smallest float the codes would all stand for the mean.
    return largest > 0 ? std::max(factor, std::numeric_limits<float>::denorm_min()) : 0.0F;
}

}  // namespace

float DoubleQuantization::at(std::size_t index) const {
    static const NumberFormat& format = numberFormat("fp8-e4m3");
    if (codes[index] == zeroScale) {
        return 0;
    }
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
    out.mean = meanOf(scales);
    out.codes.reserve(scales.size());
    for (std::size_t begin = 0; begin < scales.size(); begin += block) {
        const std::span<const float> part =
            scales.subspan(begin, std::min(block, scales.size() - begin));
        const float factor = factorOf(part, out.mean);
        out.factors.push_back(factor);
        for (const float scale : part) {
            if (!(scale > 0)) {
                out.codes.push_back(zeroScale);
                continue;
            }
            const float share = factor > 0 ? (scale - out.mean) / factor : 0.0F;
            out.codes.push_back(E4M3::encodeSaturated(share));
            while (!(out.at(out.codes.size() - 1) > 0) && out.codes.back() != largestCode) {
                out.codes.back() = codeAbove(out.codes.back());
            }
        }
    }
    return out;
}

}  // namespace zeropoint
