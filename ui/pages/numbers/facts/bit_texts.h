// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/bit_row.h"
#include "ui/pages/numbers/facts/row_facts.h"

#include <QStringList>

#include <vector>

namespace zeropoint::ui {

/// The groups of a format's bits, with titles that hold the row's numbers ("Exponent = 11").
std::vector<BitGroup> bitGroups(const RowFacts& facts);

/// What each bit counts, most significant first: "±", "16", "2⁻³", "−128".
QStringList bitWeights(const NumberFormat& format);

/// Behind the bits: "q = 13", "entry 8 of 0…15"; empty for floats.
QString codeNote(const RowFacts& facts);

}  // namespace zeropoint::ui
