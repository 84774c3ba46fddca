// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/bit_row.h"

#include <QRect>

#include <vector>

namespace zeropoint::ui {

struct BitRowLayout {
    std::vector<QRect> cells;  ///< one per bit
    int height = 0;
};

/// Places the cells within `width` pixels: full size while one line holds them, then narrower; the
/// large size wraps into further lines rather than going under 13 px.
BitRowLayout layOutBitRow(const std::vector<BitGroup>& groups, BitRow::Size size, int width);

/// Width of one line of full-size cells.
int preferredBitRowWidth(const std::vector<BitGroup>& groups, BitRow::Size size);

}  // namespace zeropoint::ui
