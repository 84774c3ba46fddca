// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;

namespace zeropoint::ui {

class BarList;
class Highlight;

/// Bars of layers: they show which one is pointed at, and tell that and which is chosen.
void followLayers(BarList* bars, Highlight& highlight);

/// The bars in an area of its own that scrolls, from its top, and follows the current bar.
QScrollArea* scrollAreaOf(BarList* bars);

}  // namespace zeropoint::ui
