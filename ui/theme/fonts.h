// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace zeropoint::ui {

/// Inter for words, at a size in pixels.
QFont textFont(int pixels, QFont::Weight weight = QFont::Normal);

/// JetBrains Mono for numbers, bits, formulas and tick labels, without ligatures.
QFont monoFont(int pixels, QFont::Weight weight = QFont::Normal);

}  // namespace zeropoint::ui
