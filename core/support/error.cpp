// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/error.h"

namespace zeropoint {

std::string toString(const Error& error) {
    std::string text = error.what;
    if (!error.where.empty()) {
        text += " (" + error.where + ")";
    }
    text += '.';
    if (!error.remedy.empty()) {
        text += ' ' + error.remedy;
        if (text.back() != '.') {
            text += '.';
        }
    }
    return text;
}

}  // namespace zeropoint
