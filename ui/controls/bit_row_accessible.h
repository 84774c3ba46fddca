// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace zeropoint::ui {

class BitRow;

/// Makes every BitRow a list of check boxes, one per bit, for screen readers.
void installBitRowAccessibility();

/// Tells screen readers that the keyboard stands on another bit.
void announceCurrentBit(BitRow* row);

}  // namespace zeropoint::ui
