// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/calibrate/calibrate_rules.h"
#include "ui/pages/coach_question.h"

namespace zeropoint::ui {

std::span<const CoachQuestion<CalibrateFigures>> calibrateQuestions();

}  // namespace zeropoint::ui
