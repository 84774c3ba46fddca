// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/block_format.h"
#include "core/support/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace zeropoint {

/// How weights or cache entries lie in memory: a block format of core/numerics, or codes of some
/// bits with, where `group` is set, a scale (and a zero point) for every `group` values of a row.
struct StoredFormat {
    std::string name;
    const BlockFormat* blocks = nullptr;
    int codeBits = 0;
    bool isFloat = false;          ///< a number format that needs no scale
    std::int64_t group = 0;        ///< 0: scales are not counted (one a matrix is 4 bytes)
    int scaleBytes = 4;            ///< FP32
    std::int64_t doubleBlock = 0;  ///< scales as one byte each and an FP32 factor for so many
    bool zeroPoints = false;       ///< one code a group
    int rowBytes = 0;              ///< beside each row (q8_kv: 8)

    /// Codes, scales and zero points, without what belongs to a row or a matrix as a whole.
    double bitsPerValue() const;
};

/// By id or alias of core/numerics ("f16", "q8_0", "int4", "nf4"), or "q8_kv" (one byte a value
/// and 8 bytes a row). A bare "nf4" or "fp4-bnb" has its blocks of 64 with FP32 scales. NotFound.
Result<StoredFormat> findStoredFormat(std::string_view name);

/// Bytes of rows x columns values, copied `copies` times. InvalidArgument where blocks do not fill
/// a row. Products up to 2^56 values.
Result<std::int64_t> bytesOf(const StoredFormat& format, std::int64_t rows, std::int64_t columns,
                             std::int64_t copies = 1);

}  // namespace zeropoint
