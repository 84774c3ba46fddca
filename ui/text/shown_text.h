// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/plain_text.h"

#include <QString>

namespace zeropoint::ui {

/// Text from a file as a page may show it: without characters that act instead of being seen.
inline QString shownText(const std::string& text) {
    return QString::fromStdString(plainText(text));
}

}  // namespace zeropoint::ui
