// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/row_painter.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyleOptionViewItem>

namespace zeropoint::ui {
namespace {

constexpr int barWidth = 3;
constexpr double grooveRadius = 2;
constexpr double swatchRadius = 2;

}  // namespace

RowPainter::RowPainter(QPainter* painter, const QRect& row, const Theme& theme)
    : m_painter(painter), m_row(row), m_theme(theme) {
    m_painter->save();
    m_painter->setRenderHint(QPainter::Antialiasing);
}

RowPainter::~RowPainter() {
    m_painter->restore();
}

RowPainter::State RowPainter::stateOf(const QStyleOptionViewItem& option) {
    return option.state.testFlag(QStyle::State_Selected)    ? State::Chosen
           : option.state.testFlag(QStyle::State_MouseOver) ? State::Hovered
                                                            : State::Plain;
}

void RowPainter::ground(State state, bool bar) {
    if (state == State::Chosen) {
        m_painter->fillRect(m_row, m_theme.accentSoft);
        if (bar) {
            m_painter->fillRect(QRect(m_row.left(), m_row.top(), barWidth, m_row.height()),
                                m_theme.accent);
        }
    } else if (state == State::Hovered) {
        m_painter->fillRect(m_row, m_theme.hover);
    }
}

void RowPainter::line(const QColor& color, Qt::Edge edge) {
    const int y = edge == Qt::TopEdge ? m_row.top() : m_row.bottom();
    m_painter->fillRect(QRect(m_row.left(), y, m_row.width(), 1), color);
}

void RowPainter::swatch(const QRectF& place, const QBrush& brush) {
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(brush);
    m_painter->setBrushOrigin(m_row.topLeft());
    m_painter->drawRoundedRect(place, swatchRadius, swatchRadius);
}

void RowPainter::words(const QRect& place, const QString& text, const QFont& font,
                       const QColor& color, Qt::Alignment alignment, Qt::TextElideMode cut) {
    m_painter->setFont(font);
    m_painter->setPen(color);
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, cut, place.width());
    if (!alignment.testFlag(Qt::AlignVCenter)) {
        m_painter->drawText(place, alignment, shown);
        return;
    }
    // On the font's own line: a sign that another font lends, such as a thin space, moves nothing.
    const int free = place.width() - metrics.horizontalAdvance(shown);
    const int left = alignment.testFlag(Qt::AlignRight)     ? free
                     : alignment.testFlag(Qt::AlignHCenter) ? free / 2
                                                            : 0;
    const int line = place.top() + (place.height() - metrics.height()) / 2 + metrics.ascent();
    m_painter->save();
    m_painter->setClipRect(place, Qt::IntersectClip);
    m_painter->drawText(place.left() + left, line, shown);
    m_painter->restore();
}

void RowPainter::share(const QRectF& groove, double share, const QColor& color) {
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(m_theme.sunken);
    m_painter->drawRoundedRect(groove, grooveRadius, grooveRadius);
    QRectF done = groove;
    done.setWidth(groove.width() * share);
    m_painter->setBrush(color);
    m_painter->drawRoundedRect(done, grooveRadius, grooveRadius);
}

void RowPainter::tag(const QRectF& frame, double radius, const QColor& border, const QString& text,
                     const QFont& font, const QColor& color) {
    m_painter->setPen(border);
    m_painter->setBrush(m_theme.surface);
    m_painter->drawRoundedRect(frame, radius, radius);
    m_painter->setFont(font);
    m_painter->setPen(color);
    m_painter->drawText(frame, Qt::AlignCenter, text);
}

}  // namespace zeropoint::ui
