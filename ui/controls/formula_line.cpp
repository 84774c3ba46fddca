// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/formula_line.h"

#include "ui/access/access.h"
#include "ui/controls/number_text.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace zeropoint::ui {

FormulaLine::FormulaLine(QWidget* parent) : QWidget(parent) {
    setAccess(this, {.role = QAccessible::StaticText});
    setFont(monoFont(13));
    setFixedHeight(QFontMetrics(font()).height());
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void FormulaLine::setFormula(const QString& working, const QString& result) {
    m_working = working;
    m_result = result;
    setAccessibleDescription(text());
    setToolTip(text());
    update();
}

void FormulaLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QFont bold = monoFont(13, QFont::Bold);
    const double before = numberTextWidth(font(), m_working);
    const double needed = before + numberTextWidth(bold, m_result);
    QRectF place = rect();
    if (needed > width()) {
        // Smaller, rather than without its last digits.
        const double smaller = width() / needed;
        painter.translate(0, height() * (1 - smaller) / 2);
        painter.scale(smaller, smaller);
        place.setWidth(needed);
    }
    painter.setPen(themeOf(this).text);
    painter.setFont(font());
    drawNumberText(painter, place, m_working);
    painter.setFont(bold);
    drawNumberText(painter, place.translated(before, 0), m_result);
}

}  // namespace zeropoint::ui
