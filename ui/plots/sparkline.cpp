// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/sparkline.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace zeropoint::ui {

void paintSparkline(QPainter& painter, const QRectF& area, const QVector<float>& bars,
                    const Theme& theme) {
    if (bars.isEmpty()) {
        return;
    }
    const float tallest = *std::max_element(bars.begin(), bars.end());
    if (tallest <= 0) {
        return;
    }
    const double width = area.width() / static_cast<double>(bars.size());
    for (qsizetype i = 0; i < bars.size(); ++i) {
        const double height = std::max(0.5, area.height() * static_cast<double>(bars[i] / tallest));
        painter.fillRect(QRectF(area.left() + static_cast<double>(i) * width,
                                area.bottom() - height, std::max(0.8, width - 0.6), height),
                         theme.grey.line);
    }
}

}  // namespace zeropoint::ui
