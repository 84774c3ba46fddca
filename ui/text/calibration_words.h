// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/symmetry_advice.h"
#include "core/metrics/outlier_studio.h"
#include "core/scheme/quant_scheme.h"

#include <QString>

namespace zeropoint::ui {

/// The calibration rooms' meanings as translated words.
QString remedyName(Remedy remedy);
QString remedyExplanation(Remedy remedy);
QString symmetryReason(SymmetryReason reason);
/// Why no range can be set; empty where one can.
QString whyNoRange(const QuantScheme& scheme);

}  // namespace zeropoint::ui
