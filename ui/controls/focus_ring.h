// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

class QPainter;

namespace zeropoint::ui {

struct Theme;

/// The 2 px accent ring that every painted control shows while it has the keyboard. `rect` is the
/// ring's outer edge.
void drawFocusRing(QPainter& painter, const QRectF& rect, double radius, const Theme& theme);

}  // namespace zeropoint::ui
