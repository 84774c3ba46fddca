// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/coach_question.h"
#include "ui/pages/tradeoff/trade_off_rules.h"

namespace zeropoint::ui {

std::span<const CoachQuestion<TradeOffFigures>> tradeOffQuestions();

}  // namespace zeropoint::ui
