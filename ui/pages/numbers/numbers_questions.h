// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/coach_question.h"
#include "ui/pages/numbers/numbers_rules.h"

namespace zeropoint::ui {

std::span<const CoachQuestion<NumbersFigures>> numbersQuestions();

}  // namespace zeropoint::ui
