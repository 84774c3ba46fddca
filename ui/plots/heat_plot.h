// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/access/table_content.h"
#include "ui/plots/plot_widget.h"

#include <QString>
#include <QStringList>

#include <vector>

class QCPColorMap;
class QCPColorScale;
class QCPItemRect;
class QCPItemText;

namespace zeropoint::ui {

/// Figures of rows and columns as colours.
struct HeatScene {
    QStringList rows;      ///< names, the first on top
    QStringList columns;   ///< names, as many as a row has cells, for the tool tips
    double perColumn = 1;  ///< things of which a column is one: what the axis counts
    std::vector<std::vector<float>> cells;  ///< rows of columns; NaN: nothing is known there
    bool logarithmic = true;                ///< the scale of the colours
    QString xTitle;
    std::vector<int> outlined;  ///< columns that stand out for another reason
};

/// A heat map with its scale; every cell tells its figure in a tool tip.
class HeatPlot : public PlotWidget {
    Q_OBJECT

public:
    /// `figure` writes the value of a cell, for the tool tip and the scale.
    HeatPlot(const QString& name, QString (*figure)(double), QWidget* parent = nullptr);

    void show(const HeatScene& scene);
    /// Says in the picture why there is none, as long as there is none.
    void setEmptyText(const QString& text);
    const HeatScene& scene() const { return m_scene; }
    /// "B, channel 7: 8.1 %"; empty outside.
    QString textAt(const QPoint& position) const;
    /// A row for each column of the map, with a figure for each of its rows.
    TableContent table() const;

signals:
    void clicked(int row, int column);

protected:
    std::optional<QString> tipAt(const QPoint& position) const final;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Cell {
        int row = -1;
        int column = -1;
    };
    Cell cellAt(const QPointF& position) const;
    /// Whether any cell has a colour.
    bool fitScale();
    void outline();
    void restyle() final;

    QString (*m_figure)(double);
    QCPColorMap* m_map = nullptr;
    QCPColorScale* m_scale = nullptr;
    QCPItemText* m_empty;
    std::vector<QCPItemRect*> m_outlines;
    HeatScene m_scene;
};

}  // namespace zeropoint::ui
