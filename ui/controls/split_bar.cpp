// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/split_bar.h"

#include "ui/access/access.h"
#include "ui/controls/hatch.h"
#include "ui/text/numbers.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace zeropoint::ui {

SplitBar::SplitBar(QWidget* parent) : QWidget(parent) {
    setAccess(this, {.role = QAccessible::Graphic});
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Parts of the error"));
}

void SplitBar::setParts(double clipping, double rounding) {
    m_clipping = clipping;
    m_rounding = rounding;
    const double total = clipping + rounding;
    setAccessibleDescription(
        total > 0 ? tr("clipping %1, rounding %2")
                        .arg(formatPercent(clipping / total), formatPercent(rounding / total))
                  : tr("no error"));
    setToolTip(accessibleDescription());
    update();
}

void SplitBar::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.sunken);
    const double total = m_clipping + m_rounding;
    if (total <= 0) {
        return;
    }
    const double cut = width() * m_clipping / total;
    // A part that is there stays visible: a hundredth of an error is a pixel, not nothing.
    const double left = m_clipping > 0 ? qBound(2.0, cut, width() - 3.0) : 0;
    if (left > 0) {
        painter.fillRect(QRectF(0, 0, left, height()),
                         hatchBrush(theme.vermillion.soft, theme.vermillion.fill, this));
    }
    if (m_rounding > 0) {
        const double from = left > 0 ? left + 1 : 0;
        painter.fillRect(QRectF(from, 0, width() - from, height()), theme.sky.fill);
    }
}

}  // namespace zeropoint::ui
