// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/state/memory_study.h"

namespace zeropoint::ui {

/// What the bars show, with the figures of the present question.
CoachText memoryCoach(const MemoryAnswer* answer, const MemoryView& view);

}  // namespace zeropoint::ui
