// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/coach_question.h"
#include "ui/pages/compare/compare_rules.h"

namespace zeropoint::ui {

std::span<const CoachQuestion<CompareFigures>> compareQuestions();
std::span<const CoachQuestion<FilesFigures>> filesQuestions();
std::span<const CoachQuestion<ScanFigures>> scanQuestions();

}  // namespace zeropoint::ui
