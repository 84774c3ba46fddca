// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/legend.h"

#include "ui/access/access.h"
#include "ui/controls/hatch.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace zeropoint::ui {
namespace {

constexpr int legendHeight = 18;
constexpr int leastWidth = 60;
constexpr int markRoom = 20;
constexpr int entryGap = 14;
constexpr int textSize = 12;

void paintMark(QPainter& painter, const Legend::Entry& entry, double x, const QWidget* widget) {
    const Theme& theme = themeOf(widget);
    const QColor color = entry.color(theme);
    const double middle = legendHeight / 2.0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (entry.mark) {
        case Legend::Mark::Dot:
            painter.drawEllipse(QPointF(x + 7, middle), 4.5, 4.5);
            break;
        case Legend::Mark::Block:
            painter.drawRect(QRectF(x, middle - 4.5, 14, 9));
            break;
        case Legend::Mark::Square:
            painter.drawRoundedRect(QRectF(x + 2, middle - 5, 10, 10), 2, 2);
            break;
        case Legend::Mark::Hatch:
            painter.setBrush(hatchBrush(color, theme.surface, widget));
            painter.drawRect(QRectF(x + 2, middle - 5, 10, 10));
            break;
        case Legend::Mark::Line:
            painter.drawRect(QRectF(x, middle - 1, 14, 2));
            break;
        case Legend::Mark::Shape:
            painter.setPen(QPen(entry.outline(theme), 1.6));
            painter.drawPath(entry.shape.translated(x + 7, middle));
            break;
    }
}

}  // namespace

Legend::Legend(QWidget* parent) : QWidget(parent) {
    setAccess(this, {.role = QAccessible::StaticText});
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(legendHeight);
}

void Legend::setEntries(std::vector<Entry> entries) {
    m_entries = std::move(entries);
    QStringList texts;
    for (const Entry& entry : m_entries) {
        texts << entry.text;
    }
    setAccessibleName(texts.join(QStringLiteral(", ")));
    updateGeometry();
    refreshToolTip();
    update();
}

void Legend::refreshToolTip() {
    setToolTip(width() < sizeHint().width() - entryGap ? accessibleName() : QString());
}

void Legend::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    refreshToolTip();
}

QSize Legend::sizeHint() const {
    const QFontMetrics metrics(textFont(textSize));
    int width = 0;
    for (const Entry& entry : m_entries) {
        width += markRoom + metrics.horizontalAdvance(entry.text) + entryGap;
    }
    return {width, legendHeight};
}

QSize Legend::minimumSizeHint() const {
    return {leastWidth, legendHeight};
}

void Legend::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(textFont(textSize));
    int x = 0;
    for (const Entry& entry : m_entries) {
        const int room = width() - x - markRoom;
        if (room <= 0) {
            return;
        }
        paintMark(painter, entry, x, this);
        painter.setPen(theme.text2);
        const QString text = painter.fontMetrics().elidedText(entry.text, Qt::ElideRight, room);
        painter.drawText(QRect(x + markRoom, 0, room, legendHeight), Qt::AlignVCenter, text);
        x += markRoom + painter.fontMetrics().horizontalAdvance(entry.text) + entryGap;
    }
}

}  // namespace zeropoint::ui
