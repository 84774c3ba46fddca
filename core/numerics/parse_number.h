// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/number_format.h"
#include "core/support/error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zeropoint {

/// A number as a person typed it.
struct ParsedNumber {
    double value = 0;
    /// Set when the text was a bit pattern (0x3DCC, 0b0101) read in the given format.
    std::optional<std::uint64_t> code;
};

/// Reads a decimal number ("0.1", "-1e-5", "1/3", "inf", "nan", "pi"), a hexadecimal float
/// ("0x1.8p3") or a bit pattern of exactly the width of `patternFormat` ("0x3DCC", "0b0101").
/// Blanks around the text are ignored. Anything else, a comma as decimal point, a pattern of
/// another width and a decimal beyond double's range are refused with a message that says what
/// was expected: nothing is silently altered.
Result<ParsedNumber> parseNumber(std::string_view text, const NumberFormat& patternFormat);

/// The shortest decimal text that reads back to the same double; "nan", "inf", "-inf".
std::string shortestText(double value);

}  // namespace zeropoint
