// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/parallel.h"
#include "ui/state/runs/kept_run.h"

#include <QString>

namespace zeropoint::ui {

/// Quantizes again what a kept PTQ run quantized, to the same bits, and writes the codes as the
/// Train page and other programs open them. NotFound where the store has no weights for that;
/// else as applyPtq and writeQuantizedModel.
Result<void> writeKeptCodes(const KeptRuns& kept, const QString& file, const Execution& execution);

}  // namespace zeropoint::ui
