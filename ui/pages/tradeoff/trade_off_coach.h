// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

namespace zeropoint::ui {

class TradeOff;

CoachText tradeOffCoach(const TradeOff& tradeOff);

}  // namespace zeropoint::ui
