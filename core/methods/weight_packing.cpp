// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/weight_packing.h"

#include "core/numerics/half.h"

#include <array>
#include <bit>
#include <cstring>

namespace zeropoint {
namespace {

template <typename Stored>
void append(std::vector<std::byte>& bytes, Stored value) {
    const auto raw = std::bit_cast<std::array<std::byte, sizeof(Stored)>>(value);
    bytes.insert(bytes.end(), raw.begin(), raw.end());
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

}  // namespace zeropoint
