// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/palette_section.h"

namespace zeropoint::ui {

class Workbench;

/// Interview cards in the command palette, by what they ask.
std::vector<PaletteSection> interviewSections(Workbench& bench);

}  // namespace zeropoint::ui
