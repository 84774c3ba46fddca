// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

namespace zeropoint::ui {

class Workbench;

/// What the Coach says about the calibration as it stands.
/// The worked example in words: why the sample has its code, and what the zero point does. Empty
/// for formats without integer codes.
QString exampleWords(const Workbench& bench);

CoachText calibrateCoach(const Workbench& bench);

}  // namespace zeropoint::ui
