// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QRectF>

#include <vector>

class QPainter;

namespace zeropoint::ui {

/// One part of a whole.
struct BarPart {
    double amount = 0;  ///< at least 0
    QBrush brush;
};

/// A whole in its parts along a bar, a pixel apart. One that is there stays visible: a hundredth is
/// a sliver and not nothing.
void paintParts(QPainter& painter, const QRectF& bar, const std::vector<BarPart>& parts);

}  // namespace zeropoint::ui
