// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace zeropoint {

/// 'text': how messages show what came from a user or a file.
inline std::string inQuotes(std::string_view text) {
    std::string result(1, '\'');
    result += text;
    result += '\'';
    return result;
}

}  // namespace zeropoint
