// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"
#include "ui/plots/curve_family_plot.h"
#include "ui/state/source.h"

namespace zeropoint::ui {

/// What the error curve's tab shows of a source under a scheme, whatever the scheme's range is:
/// the current width, the widths 2 to 8, every observer, and theory for drawn uniform, normal and
/// Laplace sources. For a worker: exact, but for the other widths of tensors with more than four
/// million values, which are estimated from the histogram; empty without a finite value. Cancelled.
Result<CurveScene> studyCurve(const Source& source, const QuantScheme& scheme,
                              const Execution& execution = {});

}  // namespace zeropoint::ui
