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
/// Whether the format of a scheme follows a setting of the catalogue; true of those that are none
/// of a scheme.
bool isFollowed(const QString& setting, const QuantScheme& scheme);
/// One step everywhere and the nearest level: what s / 2 and s² / 12 are said of.
bool evenToTheNearest(const QuantScheme& scheme);
/// That a range set by hand is not of one channel or group alone; empty for one scale.
QString sharedRange(const QuantScheme& scheme);
/// Why channels, or groups of a size, can have no scales; empty where they can.
QString whyNoChannels(const QuantScheme& scheme);
QString whyNoGroups(const QuantScheme& scheme);

}  // namespace zeropoint::ui
