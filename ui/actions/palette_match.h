// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/palette_section.h"

#include <QList>

#include <optional>
#include <utility>

namespace zeropoint::ui {

/// How well an entry answers what was typed.
struct PaletteMatch {
    /// 0: its title begins so; 1: a word of the title does; 2: it stands in the title; 3:
    /// elsewhere.
    int distance = 0;
    QList<std::pair<int, int>> title;    ///< first character and length of what was found in it
    QList<std::pair<int, int>> context;  ///< the same
};

/// Each word of the query must stand somewhere in the entry, in any case of letters. Nothing: one
/// does not. An empty query matches everything.
std::optional<PaletteMatch> matchPalette(const PaletteEntry& entry, const QStringList& words);

}  // namespace zeropoint::ui
