// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/legend.h"

#include "ui/access/access.h"
#include "ui/controls/hatch.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

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
    fit();
    update();
}

/// Where each entry stands: beside the one before, or at the head of the next line.
std::vector<QPoint> Legend::places() const {
    const QFontMetrics metrics(textFont(textSize));
    std::vector<QPoint> places;
    QPoint at;
    for (const Entry& entry : m_entries) {
        const int wide = markRoom + metrics.horizontalAdvance(entry.text);
        if (at.x() > 0 && at.x() + wide > width()) {
            at = {0, at.y() + legendHeight};
        }
        places.push_back(at);
        at.rx() += wide + entryGap;
    }
    return places;
}

/// As many lines as the entries need at this width.
void Legend::fit() {
    const std::vector<QPoint> places = this->places();
    const int needed = (places.empty() ? 0 : places.back().y()) + legendHeight;
    if (needed != height()) {
        setFixedHeight(needed);
    }
    const QFontMetrics metrics(textFont(textSize));
    const bool whole = std::ranges::all_of(m_entries, [&](const Entry& entry) {
        return markRoom + metrics.horizontalAdvance(entry.text) <= width();
    });
    setToolTip(whole ? QString() : accessibleName());
}

void Legend::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
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
    const std::vector<QPoint> places = this->places();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry& entry = m_entries[i];
        const QPoint at = places[i];
        const int room = width() - at.x() - markRoom;
        if (room <= 0) {
            continue;
        }
        painter.translate(0, at.y());
        paintMark(painter, entry, at.x(), this);
        painter.setPen(theme.text2);
        const QString text = painter.fontMetrics().elidedText(entry.text, Qt::ElideRight, room);
        painter.drawText(QRect(at.x() + markRoom, 0, room, legendHeight), Qt::AlignVCenter, text);
        painter.translate(0, -at.y());
    }
}

}  // namespace zeropoint::ui
