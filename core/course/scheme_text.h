// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"

#include <string_view>

namespace zeropoint::course {

/// A scheme as lessons write it: a format's id and then, by blanks, any of symmetric, asymmetric,
/// narrow, channel, tensor, group:32, a range method (minmax, percentile:99.9, mse, range:LO,HI
/// ...), a rounding (half-away ...), scale:fp16, a convention (pytorch ...). Unsigned integers are
/// asymmetric and all other formats symmetric unless it is said. InvalidArgument with the word.
Result<QuantScheme> schemeOf(std::string_view text);

}  // namespace zeropoint::course
