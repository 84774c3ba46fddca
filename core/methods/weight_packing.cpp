// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/weight_packing.h"

#include "core/numerics/half.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace zeropoint {
namespace {

template <typename Stored>
void append(std::vector<std::byte>& bytes, Stored value) {
    const auto raw = std::bit_cast<std::array<std::byte, sizeof(Stored)>>(value);
    bytes.insert(bytes.end(), raw.begin(), raw.end());
}

bool reproduces(std::span<const float> scales, float second) {
    return std::all_of(scales.begin(), scales.end(), [second](float scale) {
        return std::round(scale / second) * second == scale;
    });
}

/// The second-level scale of a block. The largest scale is 255 of it in float32, which loses its
/// last bit: one of the neighbours of a 255th is the one that every scale is a multiple of.
float secondOf(std::span<const float> scales) {
    const float nearest = *std::max_element(scales.begin(), scales.end()) / 255.0F;
    constexpr float far = std::numeric_limits<float>::max();
    for (const float second :
         {nearest, std::nextafter(nearest, 0.0F), std::nextafter(nearest, far)}) {
        if (reproduces(scales, second)) {
            return second;
        }
    }
    return nearest;
}

}  // namespace

std::vector<std::byte> packCodes(std::span<const std::int32_t> codes, int bits) {
    const auto width = static_cast<std::size_t>(bits);
    std::vector<std::byte> bytes((codes.size() * width + 7) / 8);
    const std::uint32_t mask = (std::uint32_t{1} << width) - 1;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        // A code of up to 16 bits touches three bytes at most.
        const std::size_t first = i * width;
        std::uint32_t moved = (static_cast<std::uint32_t>(codes[i]) & mask) << (first % 8);
        for (std::size_t byte = first / 8; moved != 0; ++byte, moved >>= 8) {
            bytes[byte] |= static_cast<std::byte>(moved & 0xFF);
        }
    }
    return bytes;
}

std::vector<std::int32_t> unpackCodes(std::span<const std::byte> bytes, int bits, bool isSigned,
                                      std::size_t count) {
    const auto width = static_cast<std::size_t>(bits);
    const std::uint32_t mask = (std::uint32_t{1} << width) - 1;
    const std::int32_t half = std::int32_t{1} << (width - 1);
    std::vector<std::int32_t> codes(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t first = i * width;
        std::uint32_t raw = 0;
        for (std::size_t byte = 0; byte < 3 && first / 8 + byte < bytes.size(); ++byte) {
            raw |= std::to_integer<std::uint32_t>(bytes[first / 8 + byte]) << (8 * byte);
        }
        const auto code = static_cast<std::int32_t>((raw >> (first % 8)) & mask);
        codes[i] = isSigned && code >= half ? code - 2 * half : code;
    }
    return codes;
}

std::vector<std::byte> packScales(std::span<const float> scales, ScaleFormat format) {
    std::vector<std::byte> bytes;
    for (const float scale : scales) {
        switch (format) {
            case ScaleFormat::Fp16:
                append(bytes, halfOfFloat(scale));
                break;
            case ScaleFormat::Bf16:
                append(bytes, bfloatOfFloat(scale));
                break;
            case ScaleFormat::E8m0:
                append(bytes, static_cast<std::uint8_t>(encode(numberFormat("e8m0"), scale)));
                break;
            case ScaleFormat::Fp32:
            case ScaleFormat::Double:
                append(bytes, scale);
                break;
        }
    }
    return bytes;
}

DoubleScales doubleScalesOf(std::span<const float> scales, std::size_t block) {
    DoubleScales stored;
    for (std::size_t begin = 0; begin < scales.size(); begin += block) {
        const auto part = scales.subspan(begin, std::min(block, scales.size() - begin));
        const float second = secondOf(part);
        stored.seconds.push_back(second);
        for (const float scale : part) {
            stored.codes.push_back(static_cast<std::uint8_t>(std::round(scale / second)));
        }
    }
    return stored;
}

}  // namespace zeropoint
