// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/palette_section.h"

namespace zeropoint::ui {

class Workbench;

/// What the palette finds whatever the pages: actions, settings, pages and their tabs. There must
/// be a window.
std::vector<PaletteSection> commonSections(Workbench& bench);

}  // namespace zeropoint::ui
