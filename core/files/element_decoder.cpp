// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/element_decoder.h"

#include "core/numerics/convert.h"
#include "core/numerics/half.h"
#include "core/numerics/number_format.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <string_view>

namespace zeropoint {
namespace {

template <typename T>
T load(const std::byte* bytes, ByteOrder order) {
    std::array<std::byte, sizeof(T)> raw;
    std::memcpy(raw.data(), bytes, sizeof(T));
    if constexpr (sizeof(T) == 2) {
        // As a rotation it is vector code.
        const auto code = std::bit_cast<std::uint16_t>(raw);
        return std::bit_cast<T>(order == ByteOrder::Big ? std::rotl(code, 8) : code);
    } else if (order == ByteOrder::Big) {
        std::ranges::reverse(raw);
    }
    return std::bit_cast<T>(raw);
}

template <typename T>
void convert(ByteOrder order, const std::byte* bytes, std::span<float> out) {
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i] = static_cast<float>(load<T>(bytes + i * sizeof(T), order));
    }
}

/// The two formats of 16 bits.
template <float (*decode)(std::uint16_t)>
void convertHalves(ByteOrder order, const std::byte* bytes, std::span<float> out) {
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i] = decode(load<std::uint16_t>(bytes + i * 2, order));
    }
}

void convertBool(const std::byte* bytes, std::span<float> out) {
    std::transform(bytes, bytes + out.size(), out.begin(),
                   [](std::byte b) { return b == std::byte{0} ? 0.0F : 1.0F; });
}

/// x87's format: sign and 15 bits of exponent above a significand of 64 bits whose leading one is
/// stored. The six bytes that fill it up to 16 mean nothing.
float decodeExtended(std::span<const std::byte, 16> stored, ByteOrder order) {
    std::array<std::byte, 16> bytes;
    std::ranges::copy(stored, bytes.begin());
    if (order == ByteOrder::Big) {
        std::ranges::reverse(bytes);
    }
    const auto significand = load<std::uint64_t>(bytes.data(), ByteOrder::Little);
    const unsigned top = load<std::uint16_t>(bytes.data() + 8, ByteOrder::Little);
    const int exponent = static_cast<int>(top & 0x7FFFU);
    const bool normal = significand >> 63 != 0;
    double magnitude = 0;
    if (exponent == 0x7FFF && significand << 1 == 0 && normal) {
        magnitude = std::numeric_limits<double>::infinity();
    } else if (exponent == 0x7FFF || (exponent != 0 && !normal)) {
        magnitude = std::numeric_limits<double>::quiet_NaN();
    } else {
        // The bits below a double's are kept as one, so that rounding to float32 is the only one.
        constexpr int dropped = 11;
        constexpr std::uint64_t low = (std::uint64_t{1} << dropped) - 1;
        const std::uint64_t kept = significand >> dropped | ((significand & low) != 0 ? 1U : 0U);
        magnitude = std::ldexp(static_cast<double>(kept), exponent - 16383 - 63 + dropped);
    }
    return static_cast<float>((top & 0x8000U) != 0 ? -magnitude : magnitude);
}

void convertExtended(ByteOrder order, const std::byte* bytes, std::span<float> out) {
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i] = decodeExtended(std::span<const std::byte, 16>(bytes + i * 16, 16), order);
    }
}

struct SmallFormat {
    DType dtype;
    std::string_view id;
};

/// Elements of at most a byte, and the number format that says what their codes mean.
constexpr std::array smallFormats = {
    SmallFormat{DType::F8E4M3, "fp8-e4m3"},
    SmallFormat{DType::F8E5M2, "fp8-e5m2"},
    SmallFormat{DType::F8E4M3Fnuz, "fp8-e4m3fnuz"},
    SmallFormat{DType::F8E5M2Fnuz, "fp8-e5m2fnuz"},
    SmallFormat{DType::F8E8M0, "e8m0"},
    SmallFormat{DType::F6E2M3, "fp6-e2m3"},
    SmallFormat{DType::F6E3M2, "fp6-e3m2"},
    SmallFormat{DType::F4E2M1, "fp4-e2m1"},
    SmallFormat{DType::I4, "int4"},
    SmallFormat{DType::U4, "uint4"},
    SmallFormat{DType::I2, "int2"},
    SmallFormat{DType::U2, "uint2"},
};

const SmallFormat* smallFormat(DType dtype) {
    const auto found = std::ranges::find(smallFormats, dtype, &SmallFormat::dtype);
    return found == smallFormats.end() ? nullptr : &*found;
}

struct BulkType {
    DType dtype;
    BulkFormat format;
};

/// Elements that lie in a file as bulk conversion has its codes, the first byte low.
constexpr std::array bulkTypes = {
    BulkType{DType::F16, BulkFormat::Fp16},       BulkType{DType::BF16, BulkFormat::Bf16},
    BulkType{DType::F8E4M3, BulkFormat::Fp8E4M3}, BulkType{DType::F8E5M2, BulkFormat::Fp8E5M2},
    BulkType{DType::I4, BulkFormat::Int4},
};

/// Whether they are of such a type, begin at a byte of their own, and are decoded now.
bool convertBulk(DType dtype, ByteOrder order, std::span<const std::byte> bytes, std::size_t skip,
                 std::span<float> out) {
    const auto type = std::ranges::find(bulkTypes, dtype, &BulkType::dtype);
    const std::size_t bit = skip * dtypeBits(dtype);
    const bool swapped = dtypeBits(dtype) > 8 && order == ByteOrder::Big;
    if (type == bulkTypes.end() || swapped || bit % 8 != 0) {
        return false;
    }
    const auto own = bytes.subspan(bit / 8, bulkBytes(type->format, out.size()));
    return convertFromCodes(type->format, own, out).has_value();
}

void convertSmall(const NumberFormat& format, std::span<const std::byte> bytes, std::size_t skip,
                  std::span<float> out) {
    std::array<float, 256> values{};
    const std::size_t codes = std::size_t{1} << format.bits;
    for (std::size_t code = 0; code < codes; ++code) {
        values[code] = static_cast<float>(decode(format, code));
    }
    const auto bits = static_cast<std::size_t>(format.bits);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const std::size_t bit = (skip + i) * bits;
        auto code = std::to_integer<std::size_t>(bytes[bit / 8]) >> (bit % 8);
        if (bit % 8 + bits > 8) {
            code |= std::to_integer<std::size_t>(bytes[bit / 8 + 1]) << (8 - bit % 8);
        }
        out[i] = values[code & (codes - 1)];
    }
}

}  // namespace

bool canDecode(DType dtype) {
    constexpr std::array known = {DType::F64, DType::F32, DType::F16,  DType::BF16, DType::I64,
                                  DType::I32, DType::I16, DType::I8,   DType::U64,  DType::U32,
                                  DType::U16, DType::U8,  DType::Bool, DType::F80};
    return std::ranges::find(known, dtype) != known.end() || smallFormat(dtype) != nullptr;
}

void decodeElements(DType dtype, ByteOrder order, std::span<const std::byte> bytes,
                    std::size_t skip, std::span<float> out) {
    if (convertBulk(dtype, order, bytes, skip, out)) {
        return;
    }
    if (const SmallFormat* small = smallFormat(dtype)) {
        return convertSmall(numberFormat(small->id), bytes, skip, out);
    }
    const std::byte* from = bytes.data() + skip * dtypeBits(dtype) / 8;
    switch (dtype) {
        case DType::F64:
            return convert<double>(order, from, out);
        case DType::F32:
            return convert<float>(order, from, out);
        case DType::F16:
            return convertHalves<floatOfHalf>(order, from, out);
        case DType::BF16:
            return convertHalves<floatOfBfloat>(order, from, out);
        case DType::I64:
            return convert<std::int64_t>(order, from, out);
        case DType::I32:
            return convert<std::int32_t>(order, from, out);
        case DType::I16:
            return convert<std::int16_t>(order, from, out);
        case DType::I8:
            return convert<std::int8_t>(order, from, out);
        case DType::U64:
            return convert<std::uint64_t>(order, from, out);
        case DType::U32:
            return convert<std::uint32_t>(order, from, out);
        case DType::U16:
            return convert<std::uint16_t>(order, from, out);
        case DType::U8:
            return convert<std::uint8_t>(order, from, out);
        case DType::Bool:
            return convertBool(from, out);
        case DType::F80:
            return convertExtended(order, from, out);
        default:
            return;
    }
}

}  // namespace zeropoint
