// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/number_format.h"
#include "core/numerics/parse_number.h"
#include "core/support/error.h"

#include <cstdint>

namespace zeropoint::cli {

/// Scale and zero point that give an integer format its real values.
struct IntegerScale {
    double scale = 1;
    std::int64_t zeroPoint = 0;
};

/// One value stored in one format.
struct ValueInFormat {
    std::uint64_t code = 0;
    double stored = 0;
    double absError = 0;
    double relError = 0;  ///< absError / |value|; 0 when there is no error
    double ulp = 0;       ///< the step there, in real values
    NumberClass numberClass = NumberClass::Zero;
};

/// Scale finite and above 0, the zero point one of the format's codes: else InvalidArgument.
Result<void> checkScale(const NumberFormat& format, const IntegerScale& scale);

/// Integer formats: code = clamp(round(value / scale) + zero point), stored = (code - zero
/// point) * scale, NaN becomes the zero point. Other formats take no scale.
ValueInFormat storeValue(const NumberFormat& format, double value, const IntegerScale& scale);

/// The value of a bit pattern as typed, kept to the bit (a NaN keeps its payload).
ValueInFormat storePattern(const NumberFormat& format, std::uint64_t code,
                           const IntegerScale& scale);

}  // namespace zeropoint::cli
