// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/legend.h"

#include "ui/controls/hatch.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace zeropoint::ui {
namespace {

constexpr int legendHeight = 16;
constexpr int markRoom = 20;
constexpr int entryGap = 16;

void paintMark(QPainter& painter, Legend::Mark mark, const QColor& color, double x,
               const QWidget* widget) {
    const double middle = legendHeight / 2.0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (mark) {
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
            painter.setBrush(hatchBrush(color, themeOf(widget).surface, widget));
            painter.drawRect(QRectF(x + 2, middle - 5, 10, 10));
            break;
        case Legend::Mark::Line:
            painter.drawRect(QRectF(x, middle - 1, 14, 2));
            break;
    }
}

}  // namespace

Legend::Legend(QWidget* parent) : QWidget(parent) {
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
    update();
}

QSize Legend::sizeHint() const {
    const QFontMetrics metrics(textFont(11));
    int width = 0;
    for (const Entry& entry : m_entries) {
        width += markRoom + metrics.horizontalAdvance(entry.text) + entryGap;
    }
    return {width, legendHeight};
}

void Legend::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(textFont(11));
    double x = 0;
    for (const Entry& entry : m_entries) {
        paintMark(painter, entry.mark, entry.color(theme), x, this);
        painter.setPen(theme.text3);
        const int wide = painter.fontMetrics().horizontalAdvance(entry.text);
        painter.drawText(QRectF(x + markRoom, 0, wide + 2, legendHeight), Qt::AlignVCenter,
                         entry.text);
        x += markRoom + wide + entryGap;
    }
}

}  // namespace zeropoint::ui
