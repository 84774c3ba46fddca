// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/element_decoder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace zeropoint {
namespace {

template <typename T>
T load(const std::byte* bytes, ByteOrder order) {
    std::array<std::byte, sizeof(T)> raw;
    std::memcpy(raw.data(), bytes, sizeof(T));
    if (order == ByteOrder::Big) {
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

void convertBfloat16(ByteOrder order, const std::byte* bytes, std::span<float> out) {
    for (std::size_t i = 0; i < out.size(); ++i) {
        const std::uint32_t code = load<std::uint16_t>(bytes + i * 2, order);
        out[i] = std::bit_cast<float>(code << 16);
    }
}

void convertBool(const std::byte* bytes, std::span<float> out) {
    std::transform(bytes, bytes + out.size(), out.begin(),
                   [](std::byte b) { return b == std::byte{0} ? 0.0F : 1.0F; });
}

}  // namespace

bool canDecode(DType dtype) {
    constexpr std::array known = {DType::F64, DType::F32, DType::BF16, DType::I64,
                                  DType::I32, DType::I16, DType::I8,   DType::U64,
                                  DType::U32, DType::U16, DType::U8,   DType::Bool};
    return std::ranges::find(known, dtype) != known.end();
}

void decodeElements(DType dtype, ByteOrder order, std::span<const std::byte> bytes,
                    std::size_t skip, std::span<float> out) {
    const std::byte* from = bytes.data() + skip * dtypeBits(dtype) / 8;
    switch (dtype) {
        case DType::F64:
            return convert<double>(order, from, out);
        case DType::F32:
            return convert<float>(order, from, out);
        case DType::BF16:
            return convertBfloat16(order, from, out);
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
        default:
            return;
    }
}

}  // namespace zeropoint
