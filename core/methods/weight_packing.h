// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/quantized_weight.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace zeropoint {

/// Codes of `bits` bits (1 to 16) one after another, the first in the lowest bits of byte 0; the
/// low bits of each code are stored, so a negative one is in two's complement.
std::vector<std::byte> packCodes(std::span<const std::int32_t> codes, int bits);

/// The inverse of packCodes; `isSigned` extends the sign.
std::vector<std::int32_t> unpackCodes(std::span<const std::byte> bytes, int bits, bool isSigned,
                                      std::size_t count);

/// Values in the format of scales (FP32, FP16, BF16, E8M0), little-endian. Every value must be one
/// that the format holds. Doubly quantized scales are stored as DoubleQuantization.
std::vector<std::byte> packScales(std::span<const float> scales, ScaleFormat format);

}  // namespace zeropoint
