// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/palette_section.h"

namespace zeropoint::ui {

class Workbench;

std::vector<PaletteSection> tradeOffSections(Workbench& bench);

}  // namespace zeropoint::ui
