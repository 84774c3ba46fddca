// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/number_facts.h"
#include "ui/state/number_state.h"

#include <QString>

#include <cstdint>

namespace zeropoint::ui {

/// Everything that a row of the table and the inspector show.
using RowFacts = NumberFacts;
using RowTag = NumberTag;

/// What the page asks about a format; its pinned code stands for that format alone.
NumberQuestion questionOf(const NumberState& state, const NumberFormat& format);
RowFacts rowFacts(const NumberFormat& format, const NumberState& state);

/// The state after the user set a row's code: the value is exactly what the bits say.
NumberState withCode(NumberState state, const NumberFormat& format, std::uint64_t code);
/// The state after a bit was flipped, counted from the most significant.
NumberState withFlippedBit(const NumberState& state, const NumberFormat& format, int fromMsb);
/// One stored value up (+1) or down (-1) in the inspected format.
NumberState withStep(const NumberState& state, int direction);
/// The state after the user gave a value; forgets a pinned code.
NumberState withValue(NumberState state, double value);

/// The bits of a row, most significant first.
QString bitsOf(const RowFacts& facts);

}  // namespace zeropoint::ui
