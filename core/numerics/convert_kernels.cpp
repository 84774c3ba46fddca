// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/convert_kernels.h"

#include "core/numerics/half.h"
#include "core/numerics/half_lanes.h"
#include "core/numerics/small_float.h"
#include "core/numerics/small_float_lanes.h"
#include "core/numerics/stream_lines.h"

#include <algorithm>
#include <array>
#include <bit>
#include <type_traits>

namespace zeropoint {
namespace {

// Every kernel is inlined into its two callers below: over portions of a size that the compiler
// knows, and over all values.
#define ZEROPOINT_KERNEL [[gnu::always_inline, maybe_unused]] inline void

template <typename Code>
Code* codesOf(std::byte* bytes) {
    return reinterpret_cast<Code*>(bytes);
}

template <typename Code>
const Code* codesOf(const std::byte* bytes) {
    return reinterpret_cast<const Code*>(bytes);
}

/// How many values go through a buffer at once.
constexpr std::size_t piece = 512;

/// Calls use(first, count) for each piece of `count` values.
template <typename Use>
[[gnu::always_inline]] inline void forPieces(std::size_t count, Use use) {
    for (std::size_t first = 0; first < count; first += piece) {
        use(first, std::min(piece, count - first));
    }
}

/// BF16 (and FP16 by its own instruction below): what overflows to infinity is brought back to the
/// largest finite value where asked.
template <std::uint16_t (*Encode)(float), std::uint16_t Infinity>
ZEROPOINT_KERNEL encodeHalves(const float* in, std::size_t count, std::byte* out,
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
        const bool overflowed = (code & 0x7FFFU) == Infinity && magnitudeBits(in[i]) < infinityBits;
        codes[i] = static_cast<std::uint16_t>(overflowed ? code - 1 : code);
    }
}

template <float (*Decode)(std::uint16_t)>
ZEROPOINT_KERNEL decodeHalves(const std::byte* in, std::size_t count, float* out,
                              const KernelOptions&) {
    const auto* codes = codesOf<std::uint16_t>(in);
    for (std::size_t i = 0; i < count; ++i) {
        out[i] = Decode(codes[i]);
    }
}

/// Finite values beyond the largest half as that.
ZEROPOINT_KERNEL saturateHalves(const float* in, std::size_t count, float* out) {
    constexpr std::int32_t largest = std::bit_cast<std::int32_t>(65504.0F);
    for (std::size_t i = 0; i < count; ++i) {
        const std::int32_t magnitude = magnitudeBits(in[i]);
        const std::int32_t clamped = std::min(magnitude, largest);
        const std::int32_t kept = magnitude < infinityBits ? clamped : magnitude;
        const std::uint32_t sign = std::bit_cast<std::uint32_t>(in[i]) & 0x80000000U;
        out[i] = std::bit_cast<float>(sign | static_cast<std::uint32_t>(kept));
    }
}

ZEROPOINT_KERNEL encodeFp16(const float* in, std::size_t count, std::byte* out,
                            const KernelOptions& options) {
    auto* codes = codesOf<std::uint16_t>(out);
    const auto encode = [](const float* values, std::size_t size, std::uint16_t* to) {
        for (std::size_t i = leadingHalvesOfFloats(values, size, to); i < size; ++i) {
            to[i] = halfOfFloat(values[i]);
        }
    };
    if (!options.saturate) {
        encode(in, count, codes);
        return;
    }
    std::array<float, piece> saturated;
    forPieces(count, [&](std::size_t first, std::size_t size) {
        saturateHalves(in + first, size, saturated.data());
        encode(saturated.data(), size, codes + first);
    });
}

ZEROPOINT_KERNEL floatsOfHalves(const std::uint16_t* codes, std::size_t count, float* out) {
    for (std::size_t i = leadingFloatsOfHalves(codes, count, out); i < count; ++i) {
        out[i] = floatOfHalf(codes[i]);
    }
}

ZEROPOINT_KERNEL decodeFp16(const std::byte* in, std::size_t count, float* out,
                            const KernelOptions&) {
    floatsOfHalves(codesOf<std::uint16_t>(in), count, out);
}

/// Beyond is what overflow gives (infinity, or NaN where there is none), Nan the quiet NaN.
template <typename Format, std::int32_t Beyond, std::int32_t Nan>
std::uint8_t specifiedFp8(float value) {
    const std::uint32_t sign = (std::bit_cast<std::uint32_t>(value) >> 24) & 0x80U;
    const std::int32_t magnitude = magnitudeBits(value);
    // NaN and infinity round to something beyond the largest too.
    std::int32_t code = std::min(Format::roundMagnitude(magnitude), Beyond);
    if constexpr (Nan != Beyond) {
        // Holds the bits of Beyond. By arithmetic, since the compiler would narrow a comparison and
        // its choice to bytes.
        code |= ((infinityBits - magnitude) >> 31) & Nan;
    }
    return static_cast<std::uint8_t>(sign | static_cast<std::uint32_t>(code));
}

template <typename Format, std::int32_t Beyond, std::int32_t Nan>
std::uint8_t saturatedFp8(float value) {
    const std::uint32_t sign = (std::bit_cast<std::uint32_t>(value) >> 24) & 0x80U;
    const std::int32_t magnitude = magnitudeBits(value);
    std::int32_t code = std::min(Format::roundMagnitude(magnitude), Format::largest);
    code = magnitude == infinityBits ? Beyond : code;
    code = magnitude > infinityBits ? Nan : code;
    return static_cast<std::uint8_t>(sign | static_cast<std::uint32_t>(code));
}

template <typename Format, std::int32_t Beyond, std::int32_t Nan>
ZEROPOINT_KERNEL encodeFp8(const float* in, std::size_t count, std::byte* out,
                           const KernelOptions& options) {
    auto* codes = codesOf<std::uint8_t>(out);
    const auto encode = [=]<bool Saturates>(std::bool_constant<Saturates>, auto one) {
        SmallFloatLanes<Format, Beyond, Nan, Saturates>::encode(in, count, codes, one);
    };
    if (options.saturate) {
        encode(std::true_type(), saturatedFp8<Format, Beyond, Nan>);
    } else {
        encode(std::false_type(), specifiedFp8<Format, Beyond, Nan>);
    }
}

/// By way of FP16 where the processor converts that: 16 of its codes fill the vector of 8 floats.
/// Half has two exponent bits more than E4M3, so the code moves to its upper end and the value up
/// by 2^8.
ZEROPOINT_KERNEL decodeE4M3ByHalves(const std::byte* in, std::size_t count, float* out) {
    const auto* codes = codesOf<std::uint8_t>(in);
    std::array<std::uint16_t, piece> halves;
    forPieces(count, [&](std::size_t first, std::size_t size) {
        for (std::size_t i = 0; i < size; ++i) {
            const auto code = static_cast<std::uint16_t>(codes[first + i] << 8);
            const auto magnitude = static_cast<std::uint16_t>((code & 0x7F00U) >> 1);
            const auto nan = static_cast<std::uint16_t>(magnitude == 0x3F80U ? 0x7E00U : 0U);
            halves[i] = static_cast<std::uint16_t>((code & 0x8000U) | magnitude | nan);
        }
        float* target = out + first;
        floatsOfHalves(halves.data(), size, target);
        for (std::size_t i = 0; i < size; ++i) {
            target[i] *= 0x1p8F;
        }
    });
}

ZEROPOINT_KERNEL decodeE4M3(const std::byte* in, std::size_t count, float* out,
                            const KernelOptions&) {
    if constexpr (convertsHalves) {
        return decodeE4M3ByHalves(in, count, out);
    }
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

/// E5M2 is the upper byte of FP16.
ZEROPOINT_KERNEL decodeE5M2(const std::byte* in, std::size_t count, float* out,
                            const KernelOptions&) {
    const auto* codes = codesOf<std::uint8_t>(in);
    std::array<std::uint16_t, piece> halves;
    forPieces(count, [&](std::size_t first, std::size_t size) {
        for (std::size_t i = 0; i < size; ++i) {
            halves[i] = static_cast<std::uint16_t>(codes[first + i] << 8);
        }
        floatsOfHalves(halves.data(), size, out + first);
    });
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

ZEROPOINT_KERNEL encodeInt8(const float* in, std::size_t count, std::byte* out,
                            const KernelOptions& options) {
    auto* codes = codesOf<std::int8_t>(out);
    const KernelOptions own = options;  // a copy that the stores below cannot alias
    for (std::size_t i = 0; i < count; ++i) {
        codes[i] = static_cast<std::int8_t>(integerOf(in[i], own));
    }
}

ZEROPOINT_KERNEL decodeInt8(const std::byte* in, std::size_t count, float* out,
                            const KernelOptions& options) {
    const auto* codes = codesOf<std::int8_t>(in);
    const KernelOptions own = options;
    for (std::size_t i = 0; i < count; ++i) {
        out[i] = static_cast<float>(codes[i] - own.zeroPoint) * own.scale;
    }
}

/// INT4 by way of INT8: nibbles are put together and taken apart as bytes, of which a vector holds
/// four times as many as of floats.
ZEROPOINT_KERNEL encodeInt4(const float* in, std::size_t count, std::byte* out,
                            const KernelOptions& options) {
    std::array<std::uint8_t, piece> bytes;
    forPieces(count, [&](std::size_t first, std::size_t size) {
        encodeInt8(in + first, size, reinterpret_cast<std::byte*>(bytes.data()), options);
        auto* codes = codesOf<std::uint8_t>(out) + first / 2;
        const std::size_t paired = leadingNibblePairs(bytes.data(), size, codes) / 2;
        for (std::size_t i = paired; i < size / 2; ++i) {
            codes[i] = static_cast<std::uint8_t>((bytes[2 * i] & 0xFU) | (bytes[2 * i + 1] << 4));
        }
        if (size % 2 != 0) {
            codes[size / 2] = bytes[size - 1] & 0xFU;
        }
    });
}

ZEROPOINT_KERNEL decodeInt4(const std::byte* in, std::size_t count, float* out,
                            const KernelOptions& options) {
    const auto signedNibble = [](unsigned nibble) {
        return static_cast<std::uint8_t>((nibble ^ 8U) - 8U);
    };
    std::array<std::uint8_t, piece> bytes;
    forPieces(count, [&](std::size_t first, std::size_t size) {
        const auto* codes = codesOf<std::uint8_t>(in) + first / 2;
        for (std::size_t i = 0; i < size / 2; ++i) {
            bytes[2 * i] = signedNibble(codes[i] & 0xFU);
            bytes[2 * i + 1] = signedNibble(codes[i] >> 4);
        }
        if (size % 2 != 0) {
            bytes[size - 1] = signedNibble(codes[size / 2] & 0xFU);
        }
        decodeInt8(reinterpret_cast<const std::byte*>(bytes.data()), size, out + first, options);
    });
}

/// How many values are computed between two portions that are streamed.
constexpr std::size_t portion = 128;

template <auto Encode, std::size_t bits>
void encodeAll(const float* in, std::size_t count, std::byte* out, const KernelOptions& options) {
    Encode(in, count, out, options);
}

template <auto Encode, std::size_t bits>
void encodeStreaming(const float* in, std::size_t count, std::byte* out,
                     const KernelOptions& options) {
    constexpr std::size_t bytes = portion * bits / 8;
    std::size_t done = 0;
    for (; done + portion <= count; done += portion, out += bytes) {
        alignas(64) std::byte codes[bytes];
        Encode(in + done, portion, codes, options);
        streamLines<bytes>(out, codes);
    }
    Encode(in + done, count - done, out, options);
}

template <auto Decode, std::size_t bits>
void decodeAll(const std::byte* in, std::size_t count, float* out, const KernelOptions& options) {
    Decode(in, count, out, options);
}

template <auto Decode, std::size_t bits>
void decodeStreaming(const std::byte* in, std::size_t count, float* out,
                     const KernelOptions& options) {
    std::size_t done = 0;
    for (; done + portion <= count; done += portion, in += portion * bits / 8) {
        alignas(64) float values[portion];
        Decode(in, portion, values, options);
        streamLines<sizeof values>(out + done, values);
    }
    Decode(in, count - done, out + done, options);
}

template <auto Encode, std::size_t bits>
EncodeKernel encodeKernelOf(bool streams) {
    return streams ? &encodeStreaming<Encode, bits> : &encodeAll<Encode, bits>;
}

template <auto Decode, std::size_t bits>
DecodeKernel decodeKernelOf(bool streams) {
    return streams ? &decodeStreaming<Decode, bits> : &decodeAll<Decode, bits>;
}

}  // namespace

EncodeKernel encodeKernel(BulkFormat format, bool streams) {
    switch (format) {
        case BulkFormat::Fp16:
            return encodeKernelOf<encodeFp16, 16>(streams);
        case BulkFormat::Bf16:
            return encodeKernelOf<encodeHalves<bfloatOfFloat, 0x7F80>, 16>(streams);
        case BulkFormat::Fp8E4M3:
            return encodeKernelOf<encodeFp8<E4M3, 0x7F, 0x7F>, 8>(streams);
        case BulkFormat::Fp8E5M2:
            return encodeKernelOf<encodeFp8<E5M2, 0x7C, 0x7E>, 8>(streams);
        case BulkFormat::Int8:
            return encodeKernelOf<encodeInt8, 8>(streams);
        case BulkFormat::Int4:
            return encodeKernelOf<encodeInt4, 4>(streams);
    }
    return nullptr;
}

DecodeKernel decodeKernel(BulkFormat format, bool streams) {
    switch (format) {
        case BulkFormat::Fp16:
            return decodeKernelOf<decodeFp16, 16>(streams);
        case BulkFormat::Bf16:
            return decodeKernelOf<decodeHalves<floatOfBfloat>, 16>(streams);
        case BulkFormat::Fp8E4M3:
            return decodeKernelOf<decodeE4M3, 8>(streams);
        case BulkFormat::Fp8E5M2:
            return decodeKernelOf<decodeE5M2, 8>(streams);
        case BulkFormat::Int8:
            return decodeKernelOf<decodeInt8, 8>(streams);
        case BulkFormat::Int4:
            return decodeKernelOf<decodeInt4, 4>(streams);
    }
    return nullptr;
}

}  // namespace zeropoint
