// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/trade_off.h"
#include "ui/access/access.h"
#include "ui/plots/plot_widget.h"
#include "ui/state/views.h"

#include <QString>

#include <optional>
#include <vector>

class QCPAbstractItem;
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

    /// @param linearLayers whether the sizes are those of the linear layers alone
    void show(const std::vector<RunSummary>& runs, const QString& selected,
              bool linearLayers = false);
    /// Marks a run that is under the pointer, here or elsewhere; empty: none.
    void setHovered(const QString& name);
    /// Where a run's point lies, in this widget; for tests and for opening menus.
    QPoint pointOf(const QString& name) const;
    /// The part that is looked at, kilobytes and per cent; nothing: all runs.
    const std::optional<ChartWindow>& part() const { return m_part; }
    void look(const std::optional<ChartWindow>& part);
    void lookAtAll() { choosePart(std::nullopt); }

signals:
    void chosen(const QString& name);
    void opened(const QString& name);
    void hovered(const QString& name);  ///< empty: none
    void partChosen(const std::optional<zeropoint::ui::ChartWindow>& part);

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
    void choosePart(const std::optional<ChartWindow>& part);
    void lookAt(const QRect& place);
    void lookCloser();
    bool followDrag(const QMouseEvent* event);
    void drawFront();
    void drawPoint(const RunSummary& run);
    void placeAtPixels();
    void drawBar(const RunSummary& run);
    void drawSelection();
    void drawHover();
    const RunSummary* find(const QString& name) const;
    void placeLabels();
    void drawLeader(const QLineF& leader);
    bool isPointedAt(const RunSummary& run) const;
    const RunSummary* nearest(const QPointF& position) const;
    QPointF pixelOf(const RunSummary& run) const;
    std::vector<AccessItem> accessItems() const;
    QString textOf(const RunSummary& run) const;
    QString description() const;

    std::vector<RunSummary> m_runs;
    QString m_selected;
    QString m_hovered;
    std::optional<ChartWindow> m_part;
    std::vector<QCPAbstractItem*> m_placed;  ///< names and bars
    QRubberBand* m_band;
    QPoint m_dragFrom;
};

}  // namespace zeropoint::ui
