// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/palette_section.h"

namespace zeropoint::ui {

class Workbench;

/// Lessons and terms of the glossary in the command palette.
std::vector<PaletteSection> learnSections(Workbench& bench);

}  // namespace zeropoint::ui
