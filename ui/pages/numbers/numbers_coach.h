// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/state/number_state.h"

namespace zeropoint::ui {

/// What the Coach says about a value in its formats.
CoachText numbersCoach(const NumberState& state);

}  // namespace zeropoint::ui
