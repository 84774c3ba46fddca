// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/param_equation.h"

#include <QString>

namespace zeropoint::ui {

/// An equation as FormulaLine shows it: what stands before the result, and the result.
struct Formula {
    QString working;
    QString result;
};

/// "s = max|x| / (2⁷ − 1) = 40 / 127 = " and "0.314961". Its operands have the fewest digits with
/// which a reader's calculator gives the quotient. A scale that its format moved has that format
/// around the quotient: "E8M0(40 / 127) = ".
Formula scaleFormula(const ScaleEquation& equation, const QuantParams& params,
                     const QuantScheme& scheme);

/// "z = round(0 − min / s) = round(0 − (−20) / 4) = " and "5".
Formula zeroPointFormula(const ZeroPointEquation& equation, const QuantParams& params);

}  // namespace zeropoint::ui
