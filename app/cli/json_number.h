// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/parse_number.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace zeropoint::cli {

/// A number as every verb writes it: round-tripping, with "nan", "inf" and "-inf" as strings,
/// for which JSON has no numbers.
inline nlohmann::ordered_json jsonNumber(double value) {
    if (std::isfinite(value)) {
        return value;
    }
    return shortestText(value);
}

}  // namespace zeropoint::cli
