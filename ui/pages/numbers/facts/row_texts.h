// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/numbers/facts/row_facts.h"

#include <QString>

namespace zeropoint::ui {

/// The figures of a row as text.
QString storedText(const RowFacts& facts);
/// "+1.5×10⁻⁶ %", "−0.0244 %", "0 %"
QString relativeText(const RowFacts& facts);
QString stepText(double ulp);
/// "±448", or "−1.143…1" where the ends differ
/// @param digits of its ends, at most; 0: as many as they usually have
QString rangeText(const RowFacts& facts, int digits = 0);
/// "underflow", empty for RowTag::None
QString tagText(RowTag tag);
/// Which way rounding moved the value: "down", "up", "not at all".
QString directionText(const RowFacts& facts);
/// "FP16 stores 0.0999755859, relative error −0.0244 %": a row in one sentence.
QString rowSentence(const RowFacts& facts);
QString nameOf(const NumberFormat& format);
QString idOf(const NumberFormat& format);

}  // namespace zeropoint::ui
