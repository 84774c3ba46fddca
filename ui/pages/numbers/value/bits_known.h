// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/how_known.h"
#include "ui/pages/numbers/facts/row_facts.h"

class QWidget;

namespace zeropoint::ui {

/// What the bits of a value stand for: their formula with its numbers in the colours of `widget`,
/// and what the rounding cost.
HowKnownAnswer bitsKnown(const RowFacts& facts, const QWidget& widget);

/// "stored − value = error; a step is ..."
QString errorSum(const RowFacts& facts);

}  // namespace zeropoint::ui
