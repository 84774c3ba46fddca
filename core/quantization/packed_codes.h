// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"
#include "core/support/function_ref.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace zeropoint {

/// Bytes that `count` codes of `bits` bits take one after another.
constexpr std::uint64_t packedBytes(std::uint64_t count, int bits) {
    const auto width = static_cast<std::uint64_t>(bits);
    return count / 8 * width + (count % 8 * width + 7) / 8;
}

/// Codes of `bits` bits (1 to 16) one after another, the first in the lowest bits of byte 0; the
/// low bits of each code are stored, so a negative one is in two's complement.
std::vector<std::byte> packCodes(std::span<const std::int32_t> codes, int bits);

/// Bytes [first, first + out.size()) of what packCodes makes of `count` codes; codeAt gives the
/// code of an index.
void packCodes(std::uint64_t count, FunctionRef<std::int32_t(std::size_t)> codeAt, int bits,
               std::uint64_t first, std::span<std::byte> out);

/// The inverse of packCodes; `isSigned` extends the sign.
std::vector<std::int32_t> unpackCodes(std::span<const std::byte> bytes, int bits, bool isSigned,
                                      std::size_t count);

/// Values in the format of scales (FP32, FP16, BF16, E8M0), little-endian. Every value must be one
/// that the format holds; 0, the scale of a unit of zeros, which E8M0 lacks, is there the code that
/// is NaN to others (0xFF). Doubly quantized scales are stored as DoubleQuantization.
std::vector<std::byte> packScales(std::span<const float> scales, ScaleFormat format);

/// The inverse of packScales; bytes.size() is a multiple of a scale's.
std::vector<float> unpackScales(std::span<const std::byte> bytes, ScaleFormat format);

/// Bytes of one scale in its format; with ScaleFormat::Double those of the FP32 scales of scales.
std::size_t scaleWidth(ScaleFormat format);

}  // namespace zeropoint
