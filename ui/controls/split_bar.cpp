// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/split_bar.h"

#include "ui/access/access.h"
#include "ui/controls/hatch.h"
#include "ui/controls/part_bar.h"
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
    paintParts(painter, rect(),
               {{m_clipping, hatchBrush(theme.vermillion.soft, theme.vermillion.fill, this)},
                {m_rounding, theme.sky.fill}});
}

}  // namespace zeropoint::ui
