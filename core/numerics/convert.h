// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/number_format.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace zeropoint {

/// The formats that whole tensors are converted to and from.
enum class BulkFormat { Fp16, Bf16, Fp8E4M3, Fp8E5M2, Int8, Int4 };

/// The row of the format table that a bulk format is bit for bit.
const NumberFormat& numberFormat(BulkFormat format);

/// Bytes of `count` codes, little-endian; INT4 packs two a byte, the even value in the low nibble.
std::size_t bulkBytes(BulkFormat format, std::size_t count);

struct BulkOptions {
    Overflow overflow = Overflow::Specified;  ///< of the floats; integers always saturate
    float scale = 1;                          ///< of the integers: finite and above 0
    std::int32_t zeroPoint = 0;               ///< of the integers: one of their codes
};

/// Every value to the code that encode() gives, nearest even. Integers:
/// code = clamp(round(x / scale) + zeroPoint) with the division in float; NaN becomes zeroPoint.
/// out.size() must be bulkBytes(in.size()), else InvalidArgument, as for options out of range;
/// Cancelled.
Result<void> convertToCodes(BulkFormat format, std::span<const float> in, std::span<std::byte> out,
                            const BulkOptions& options = {}, const Execution& execution = {});

/// Every code to the value that decode() gives, integers as (code - zeroPoint) * scale in float.
/// in.size() must be bulkBytes(out.size()).
Result<void> convertFromCodes(BulkFormat format, std::span<const std::byte> in,
                              std::span<float> out, const BulkOptions& options = {},
                              const Execution& execution = {});

}  // namespace zeropoint
