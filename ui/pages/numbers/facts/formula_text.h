// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/numbers/facts/row_facts.h"

#include <QString>

namespace zeropoint::ui {

struct Theme;

/// How a code becomes a value, in rich text with the colours of the bits.
struct FormulaLines {
    QString rule;   ///< in letters: (-1)^s × 2^(e - bias) × 1.m
    QString bits;   ///< with the numbers of the bits
    QString value;  ///< worked out
};

FormulaLines formulaLines(const RowFacts& facts, const Theme& theme);

}  // namespace zeropoint::ui
