// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/plain_text.h"

#include <QString>

#include <string>
#include <string_view>

namespace zeropoint::ui {

/// A word of the program's own tables.
inline QString toText(std::string_view word) {
    return QString::fromUtf8(word.data(), qsizetype(word.size()));
}

/// Text from a file as a page may show it: without characters that act instead of being seen.
inline QString shownText(const std::string& text) {
    return QString::fromStdString(plainText(text));
}

}  // namespace zeropoint::ui
