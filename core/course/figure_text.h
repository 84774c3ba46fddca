// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <string>
#include <string_view>

namespace zeropoint::course {

/// A figure as texts show it: U+2212 for minus, a thin space between thousands, the unit of a size
/// behind a no-break space. Forms: "" (whole numbers whole, else 4 significant digits), "3"
/// (significant digits), ".2" (decimals), "%", ".1%", "GB" and ".1GB" (kB MB GB TB, KiB MiB GiB),
/// "exact" (all digits), "sci". InvalidArgument for another.
Result<std::string> figureText(double value, std::string_view form = {},
                               std::string_view decimalPoint = ".");

}  // namespace zeropoint::course
