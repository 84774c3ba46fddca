// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/table_dialog.h"
#include "ui/pages/numbers/facts/row_facts.h"
#include "ui/state/views.h"

#include <QWidget>

#include <vector>

namespace zeropoint::ui {

/// Which part of the number axis a chart shows.
struct AxisWindow {
    double lo = 0;
    double hi = 1;
    bool logarithmic = false;  ///< over magnitudes; lo > 0

    double toShare(double value) const;
    double toValue(double share) const;
};

/// The window that shows a value with room around it: 0 to a round number above 2.5 times the
/// value, or four decades to each side on a logarithmic axis.
AxisWindow windowAround(double value, bool logarithmic);

/// One line per format with a tick at every value that it can store, and the nearest one marked.
/// Wheel zooms around the pointer, dragging pans.
class StoredValuesChart : public QWidget {
    Q_OBJECT

public:
    explicit StoredValuesChart(QWidget* parent = nullptr);

    void setRows(const std::vector<RowFacts>& rows, const QString& inspected);
    /// A part of the axis that was zoomed or panned to; nothing: the part around the value.
    void look(bool logarithmic, const std::optional<AxisRange>& part);
    /// Back to the window around the value.
    void resetWindow();
    const AxisWindow& window() const { return m_window; }

    /// The figures that are drawn.
    TableContent table() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {300, 200}; }

signals:
    void windowMoved(bool moved);  ///< true while zoomed or panned away from the value

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRectF plotRect() const;
    double rowPitch() const;
    double xOf(double value) const;
    void zoom(double factor, double aroundShare);
    void pan(double shares);
    void setWindow(const AxisWindow& window);
    void paintAxis(QPainter& painter) const;
    void paintRow(QPainter& painter, const RowFacts& row, double y) const;
    void paintStored(QPainter& painter, const RowFacts& row, double y) const;
    void paintValue(QPainter& painter) const;

    std::vector<RowFacts> m_rows;
    QString m_inspected;
    AxisWindow m_window;
    bool m_moved = false;
    double m_dragFrom = 0;
};

}  // namespace zeropoint::ui
