// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantization/packed_codes.h"

#include "core/numerics/half.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace zeropoint {
namespace {

constexpr std::uint8_t zeroScale = 0xFF;  ///< NaN in E8M0: no other scale has it

template <typename Stored>
void append(std::vector<std::byte>& bytes, Stored value) {
    const auto raw = std::bit_cast<std::array<std::byte, sizeof(Stored)>>(value);
    bytes.insert(bytes.end(), raw.begin(), raw.end());
}

}  // namespace

std::vector<std::byte> packCodes(std::span<const std::int32_t> codes, int bits) {
    std::vector<std::byte> bytes(packedBytes(codes.size(), bits));
    packCodes(
        codes.size(), [&](std::size_t i) { return codes[i]; }, bits, 0, bytes);
    return bytes;
}

void packCodes(std::uint64_t count, FunctionRef<std::int32_t(std::size_t)> codeAt, int bits,
               std::uint64_t first, std::span<std::byte> out) {
    const auto width = static_cast<std::uint64_t>(bits);
    const std::uint32_t mask = (std::uint32_t{1} << width) - 1;
    std::ranges::fill(out, std::byte{0});
    const std::uint64_t end = first + out.size();
    for (std::uint64_t i = first * 8 / width; i < count && i * width / 8 < end; ++i) {
        // A code of up to 16 bits touches three bytes at most; of the first it may be the rest.
        const std::uint64_t place = i * width;
        std::uint32_t moved = (static_cast<std::uint32_t>(codeAt(i)) & mask) << (place % 8);
        for (std::uint64_t byte = place / 8; moved != 0 && byte < end; ++byte, moved >>= 8) {
            if (byte >= first) {
                out[byte - first] |= static_cast<std::byte>(moved & 0xFF);
            }
        }
    }
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
                append(bytes, scale == 0
                                  ? zeroScale
                                  : static_cast<std::uint8_t>(encode(numberFormat("e8m0"), scale)));
                break;
            case ScaleFormat::Fp32:
            case ScaleFormat::Double:
                append(bytes, scale);
                break;
        }
    }
    return bytes;
}

std::vector<float> unpackScales(std::span<const std::byte> bytes, ScaleFormat format) {
    const std::size_t width = scaleWidth(format);
    std::vector<float> scales(bytes.size() / width);
    for (std::size_t i = 0; i < scales.size(); ++i) {
        std::uint32_t code = 0;
        for (std::size_t byte = 0; byte < width; ++byte) {
            code |= std::to_integer<std::uint32_t>(bytes[i * width + byte]) << (8 * byte);
        }
        switch (format) {
            case ScaleFormat::Fp16:
                scales[i] = floatOfHalf(static_cast<std::uint16_t>(code));
                break;
            case ScaleFormat::Bf16:
                scales[i] = floatOfBfloat(static_cast<std::uint16_t>(code));
                break;
            case ScaleFormat::E8m0:
                scales[i] =
                    code == zeroScale ? 0 : static_cast<float>(decode(numberFormat("e8m0"), code));
                break;
            case ScaleFormat::Fp32:
            case ScaleFormat::Double:
                scales[i] = std::bit_cast<float>(code);
                break;
        }
    }
    return scales;
}

std::size_t scaleWidth(ScaleFormat format) {
    switch (format) {
        case ScaleFormat::Fp16:
        case ScaleFormat::Bf16:
            return 2;
        case ScaleFormat::E8m0:
            return 1;
        case ScaleFormat::Fp32:
        case ScaleFormat::Double:
            break;
    }
    return 4;
}

}  // namespace zeropoint
