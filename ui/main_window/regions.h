// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace zeropoint::ui {

/// Says that a widget is a part of the window that one key reaches; in the order of the calls.
void markRegion(QWidget* widget);
/// Gives the focus to the next (1) or previous (-1) part that is seen and takes it.
void moveToRegion(QWidget* window, int step);
/// The same for the cards of the page that is shown.
void moveToCard(QWidget* window, int step);

}  // namespace zeropoint::ui
