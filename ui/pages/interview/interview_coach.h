// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

namespace zeropoint::ui {

class Interview;

CoachText interviewCoach(const Interview& interview);

}  // namespace zeropoint::ui
