// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/number_format.h"
#include "ui/state/number_state.h"

#include <QString>

#include <cstdint>

namespace zeropoint::ui {

/// What a row says beside its figures.
enum class RowTag { None, Underflow, Overflow, Saturated, Subnormal, Infinite, Nan };

/// One value in one format: everything that a row of the table and the inspector show.
struct RowFacts {
    const NumberFormat* format = nullptr;
    double scale = 1;  ///< stored = decode(code) * scale; 1 for formats that take none
    std::uint64_t code = 0;
    double value = 0;     ///< what was asked for
    double stored = 0;    ///< what the code means
    double error = 0;     ///< stored - value; 0 when both are the same infinity
    double relative = 0;  ///< error / |value|; 0 for an exact zero, infinite for an inexact one
    double ulp = 0;       ///< distance between the stored values that enclose the value
    double lowest = 0;    ///< smallest finite stored value
    double max = 0;       ///< largest finite stored value
    NumberClass kind = NumberClass::Zero;
    RowTag tag = RowTag::None;

    double errorInUlp() const { return error / ulp; }
    bool isExact() const { return error == 0; }
};

/// What a format's codes are multiplied with: |max| goes to the largest code of integers and code
/// books (and of floats of 8 bits or fewer when the state says so); other formats have 1.
double scaleOf(const NumberFormat& format, const NumberState& state);
bool takesScale(const NumberFormat& format, const NumberState& state);

RowFacts rowFacts(const NumberFormat& format, const NumberState& state);

/// The facts of a neighbouring stored value, for the number line.
double storedValue(const RowFacts& facts, std::uint64_t code);

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
