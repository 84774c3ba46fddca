// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/repetition.h"
#include "ui/actions/action.h"

#include <vector>

namespace zeropoint::ui {

std::vector<Action> interviewActions();
/// The action that grades the card so.
QString gradeActionName(course::Grade grade);

}  // namespace zeropoint::ui
