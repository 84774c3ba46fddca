// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/convert_kernels.h"

#include "core/numerics/half.h"
#include "core/numerics/half_lanes.h"
#include "core/numerics/small_float.h"

#include <algorithm>
#include <bit>

namespace zeropoint {
namespace {

template <typename Code>
Code* codesOf(std::byte* bytes) {
    return reinterpret_cast<Code*>(bytes);
}

template <typename Code>
const Code* codesOf(const std::byte* bytes) {
    return reinterpret_cast<const Code*>(bytes);
}

/// FP16 and BF16: what overflows to infinity is brought back to `largest` where asked.
template <std::uint16_t (*Encode)(float), std::uint16_t Infinity>
void encodeHalves(const float* in, std::size_t count, std::byte* out,
                  const KernelOptions& options) {
    auto* codes = codesOf<std::uint16_t>(out);
    if (!options.saturate) {
        for (std::size_t i = 0; i < count; ++i) {
            codes[i] = Encode(in[i]);
        }
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint16_t code = Encode(in[i]);
        const auto magnitude = std::bit_cast<std::uint32_t>(in[i]) & 0x7FFFFFFFU;
        const bool overflowed = (code & 0x7FFFU) == Infinity && magnitude < 0x7F800000U;
        codes[i] = static_cast<std::uint16_t>(overflowed ? code - 1 : code);
    }
}

template <float (*Decode)(std::uint16_t)>
void decodeHalves(const std::byte* in, std::size_t count, float* out, const KernelOptions&) {
    const auto* codes = codesOf<std::uint16_t>(in);
    for (std::size_t i = 0; i < count; ++i) {
        out[i] = Decode(codes[i]);
    }
}

void encodeFp16(const float* in, std::size_t count, std::byte* out, const KernelOptions& options) {
    auto* codes = codesOf<std::uint16_t>(out);
    const std::size_t done = options.saturate ? 0 : leadingHalvesOfFloats(in, count, codes);
    encodeHalves<halfOfFloat, 0x7C00>(in + done, count - done, out + 2 * done, options);
}

void decodeFp16(const std::byte* in, std::size_t count, float* out, const KernelOptions& options) {
    const std::size_t done = leadingFloatsOfHalves(codesOf<std::uint16_t>(in), count, out);
    decodeHalves<floatOfHalf>(in + 2 * done, count - done, out + done, options);
}

/// Beyond is what overflow gives (infinity, or NaN where there is none), Nan the quiet NaN.
template <typename Format, std::uint32_t Beyond, std::uint32_t Nan>
void encodeFp8(const float* in, std::size_t count, std::byte* out, const KernelOptions& options) {
    auto* codes = codesOf<std::uint8_t>(out);
    const std::uint32_t finiteLimit = options.saturate ? Format::largest : Beyond;
    for (std::size_t i = 0; i < count; ++i) {
        const auto bits = std::bit_cast<std::uint32_t>(in[i]);
        const std::uint32_t magnitude = bits & 0x7FFFFFFFU;
        const std::uint32_t limit = magnitude < 0x7F800000U ? finiteLimit : Beyond;
        const std::uint32_t nan = magnitude > 0x7F800000U ? Nan : 0;  // holds the bits of Beyond
        const std::uint32_t code = std::min(Format::roundMagnitude(magnitude), limit) | nan;
        codes[i] = static_cast<std::uint8_t>(((bits >> 24) & 0x80U) | code);
    }
}

void decodeE4M3(const std::byte* in, std::size_t count, float* out, const KernelOptions&) {
    const auto* codes = codesOf<std::uint8_t>(in);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t code = codes[i];
        const std::uint32_t magnitude = (code & 0x7FU) << 20;
        // 2^120 moves the exponent's bias from 7 to 127, subnormals included, and is exact.
        const auto scaled =
            std::bit_cast<std::uint32_t>(std::bit_cast<float>(magnitude) * 0x1p120F);
        const std::uint32_t bits = magnitude == (0x7FU << 20) ? 0x7FC00000U : scaled;
        out[i] = std::bit_cast<float>(((code & 0x80U) << 24) | bits);
    }
}

void decodeE5M2(const std::byte* in, std::size_t count, float* out, const KernelOptions&) {
    const auto* codes = codesOf<std::uint8_t>(in);
    for (std::size_t i = 0; i < count; ++i) {
        out[i] = floatOfHalf(static_cast<std::uint16_t>(codes[i] << 8));
    }
}

/// round(x / scale) + zero point, clamped. Adding 1.5 * 2^23 leaves the rounded number in the low
/// bits, for the clamped magnitudes here.
std::int32_t integerOf(float value, const KernelOptions& options) {
    constexpr float aligner = 12582912.0F;
    constexpr std::int32_t alignerBits = 0x4B400000;
    float scaled = value / options.scale;
    scaled = scaled < options.highest ? scaled : options.highest;
    scaled = scaled > options.lowest ? scaled : options.lowest;
    scaled = value == value ? scaled : 0.0F;
    return std::bit_cast<std::int32_t>(scaled + aligner) - alignerBits + options.zeroPoint;
}

void encodeInt8(const float* in, std::size_t count, std::byte* out, const KernelOptions& options) {
    auto* codes = codesOf<std::int8_t>(out);
    const KernelOptions own = options;  // a copy that the stores below cannot alias
    for (std::size_t i = 0; i < count; ++i) {
        codes[i] = static_cast<std::int8_t>(integerOf(in[i], own));
    }
}

void decodeInt8(const std::byte* in, std::size_t count, float* out, const KernelOptions& options) {
    const auto* codes = codesOf<std::int8_t>(in);
    const KernelOptions own = options;
    for (std::size_t i = 0; i < count; ++i) {
        out[i] = static_cast<float>(codes[i] - own.zeroPoint) * own.scale;
    }
}

void encodeInt4(const float* in, std::size_t count, std::byte* out, const KernelOptions& options) {
    auto* codes = codesOf<std::uint8_t>(out);
    const KernelOptions own = options;
    for (std::size_t i = 0; i < count / 2; ++i) {
        const std::int32_t low = integerOf(in[2 * i], own) & 0xF;
        const std::int32_t high = integerOf(in[2 * i + 1], own) & 0xF;
        codes[i] = static_cast<std::uint8_t>(low | (high << 4));
    }
    if (count % 2 != 0) {
        codes[count / 2] = static_cast<std::uint8_t>(integerOf(in[count - 1], own) & 0xF);
    }
}

float int4Value(std::int32_t nibble, const KernelOptions& options) {
    const std::int32_t code = (nibble ^ 8) - 8;
    return static_cast<float>(code - options.zeroPoint) * options.scale;
}

void decodeInt4(const std::byte* in, std::size_t count, float* out, const KernelOptions& options) {
    const auto* codes = codesOf<std::uint8_t>(in);
    const KernelOptions own = options;
    for (std::size_t i = 0; i < count / 2; ++i) {
        out[2 * i] = int4Value(codes[i] & 0xF, own);
        out[2 * i + 1] = int4Value(codes[i] >> 4, own);
    }
    if (count % 2 != 0) {
        out[count - 1] = int4Value(codes[count / 2] & 0xF, own);
    }
}

}  // namespace

EncodeKernel encodeKernel(BulkFormat format) {
    switch (format) {
        case BulkFormat::Fp16:
            return encodeFp16;
        case BulkFormat::Bf16:
            return encodeHalves<bfloatOfFloat, 0x7F80>;
        case BulkFormat::Fp8E4M3:
            return encodeFp8<E4M3, 0x7F, 0x7F>;
        case BulkFormat::Fp8E5M2:
            return encodeFp8<E5M2, 0x7C, 0x7E>;
        case BulkFormat::Int8:
            return encodeInt8;
        case BulkFormat::Int4:
            return encodeInt4;
    }
    return nullptr;
}

DecodeKernel decodeKernel(BulkFormat format) {
    switch (format) {
        case BulkFormat::Fp16:
            return decodeFp16;
        case BulkFormat::Bf16:
            return decodeHalves<floatOfBfloat>;
        case BulkFormat::Fp8E4M3:
            return decodeE4M3;
        case BulkFormat::Fp8E5M2:
            return decodeE5M2;
        case BulkFormat::Int8:
            return decodeInt8;
        case BulkFormat::Int4:
            return decodeInt4;
    }
    return nullptr;
}

}  // namespace zeropoint
