// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/roofline/roofline.h"
#include "ui/pages/page.h"

namespace zeropoint::ui {

/// What limits a product on this machine; null: nothing was measured yet.
CoachText rooflineCoach(const Roofline* roofline);

}  // namespace zeropoint::ui
