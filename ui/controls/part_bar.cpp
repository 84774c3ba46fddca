// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/part_bar.h"

#include <QPainter>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr double sliver = 3;  ///< with the gap behind it
constexpr double partGap = 1;

}  // namespace

void paintParts(QPainter& painter, const QRectF& bar, const std::vector<BarPart>& parts) {
    double whole = 0;
    int shown = 0;
    for (const BarPart& part : parts) {
        whole += part.amount;
        shown += part.amount > 0 ? 1 : 0;
    }
    double left = bar.left();
    for (const BarPart& part : parts) {
        if (part.amount <= 0) {
            continue;
        }
        --shown;
        // What is still to come has its room as well.
        const double most = bar.right() - left - shown * sliver;
        const double wide = shown == 0 ? most
                                       : std::clamp(bar.width() * part.amount / whole, sliver,
                                                    std::max(sliver, most));
        painter.fillRect(QRectF(left, bar.top(), shown == 0 ? wide : wide - partGap, bar.height()),
                         part.brush);
        left += wide;
    }
}

}  // namespace zeropoint::ui
