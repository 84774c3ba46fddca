// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QVector>

class QPainter;

namespace zeropoint::ui {

struct Theme;

/// A histogram as small as a word: bars that fill the rectangle, the tallest to its top.
void paintSparkline(QPainter& painter, const QRectF& area, const QVector<float>& bars,
                    const Theme& theme);

}  // namespace zeropoint::ui
