// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/hatch.h"

#include <QPainter>
#include <QPixmap>
#include <QWidget>

namespace zeropoint::ui {

QBrush hatchBrush(const QColor& line, const QColor& ground, const QWidget* widget) {
    constexpr int period = 8;  // along the axes: a pitch of about 6 px across the lines
    const qreal ratio = widget->devicePixelRatioF();
    QPixmap tile(QSize(period, period) * ratio);
    tile.setDevicePixelRatio(ratio);
    tile.fill(ground);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, 1.2));
    for (const int start : {-period, 0, period}) {
        painter.drawLine(start, period, start + period, 0);
    }
    return QBrush(tile);
}

}  // namespace zeropoint::ui
