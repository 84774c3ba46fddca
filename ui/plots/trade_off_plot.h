// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/trade_off.h"
#include "ui/access/access.h"
#include "ui/plots/plot_widget.h"

#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QMouseEvent;
class QRubberBand;

namespace zeropoint::ui {

/// Accuracy against size on a logarithmic axis: a point and its 95 % interval for every run, filled
/// where no other run is both smaller and more accurate, and the front through those. Click or
/// arrow keys (by size) select, Enter opens. Dragging a rectangle, or +, looks closer; a double
/// click or Escape looks at all of it again.
class TradeOffPlot : public PlotWidget {
    Q_OBJECT

public:
    explicit TradeOffPlot(QWidget* parent = nullptr);

    void show(const std::vector<RunSummary>& runs, const QString& selected);
    /// Marks a run that is under the pointer, here or elsewhere; empty: none.
    void setHovered(const QString& name);
    /// Where a run's point lies, in this widget; for tests and for opening menus.
    QPoint pointOf(const QString& name) const;
    bool zoomed() const { return m_zoom.has_value(); }
    void showAll();

signals:
    void chosen(const QString& name);
    void opened(const QString& name);
    void hovered(const QString& name);  ///< empty: none
    void zoomChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void restyle() final;
    std::optional<QString> tipAt(const QPoint& position) const final;
    void rebuild();
    void fitAxes();
    void lookAt(const QRect& place);
    void lookCloser();
    bool followDrag(const QMouseEvent* event);
    void drawFront();
    void drawPoint(const RunSummary& run);
    void drawSelection();
    void drawHover();
    const RunSummary* find(const QString& name) const;
    void placeLabels();
    const RunSummary* nearest(const QPointF& position) const;
    QPointF pixelOf(const RunSummary& run) const;
    std::vector<AccessItem> accessItems() const;
    QString textOf(const RunSummary& run) const;
    QString description() const;

    std::vector<RunSummary> m_runs;
    QString m_selected;
    QString m_hovered;
    std::optional<QRectF> m_zoom;  ///< kilobytes and per cent
    QRubberBand* m_band;
    QPoint m_dragFrom;
};

}  // namespace zeropoint::ui
