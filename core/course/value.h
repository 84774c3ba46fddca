// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <variant>

namespace zeropoint::course {

/// What an expression is worth: a number (truth is 1 and 0) or a text.
using Value = std::variant<double, std::string>;

inline bool isNumber(const Value& value) {
    return std::holds_alternative<double>(value);
}

}  // namespace zeropoint::course
