// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QColor>
#include <QFont>
#include <QRect>
#include <QRectF>
#include <QString>

class QPainter;
class QStyleOptionViewItem;

namespace zeropoint::ui {

struct Theme;

/// One row of a list, or one cell of it, as every list of the program draws them. The painter is
/// as it was once this ends.
class RowPainter {
public:
    enum class State { Plain, Hovered, Chosen };

    RowPainter(QPainter* painter, const QRect& row, const Theme& theme);
    ~RowPainter();
    RowPainter(const RowPainter&) = delete;
    RowPainter& operator=(const RowPainter&) = delete;

    static State stateOf(const QStyleOptionViewItem& option);

    QPainter& painter() { return *m_painter; }
    const Theme& theme() const { return m_theme; }

    /// A chosen row is soft with a bar at its left edge, which of several cells the first one has.
    void ground(State state, bool bar = true);
    /// The line to the next row, or from the one above.
    void line(const QColor& color, Qt::Edge edge = Qt::BottomEdge);
    /// A small square that says which part of a chart the row is about.
    void swatch(const QRectF& place, const QBrush& brush);
    /// On one line, cut off where there is no more room.
    void words(const QRect& place, const QString& text, const QFont& font, const QColor& color,
               Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter,
               Qt::TextElideMode cut = Qt::ElideRight);
    /// How much of a whole is done.
    void share(const QRectF& groove, double share, const QColor& color);
    /// A word in a frame.
    void tag(const QRectF& frame, double radius, const QColor& border, const QString& text,
             const QFont& font, const QColor& color);

private:
    QPainter* m_painter;
    QRect m_row;
    const Theme& m_theme;
};

}  // namespace zeropoint::ui
