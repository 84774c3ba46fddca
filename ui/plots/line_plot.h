// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_widget.h"

#include <QString>
#include <QVector>

#include <vector>

class QCPGraph;

namespace zeropoint::ui {

struct DataColor;
struct Theme;

/// A few lines over one axis, for small explaining charts.
class LinePlot : public PlotWidget {
    Q_OBJECT

public:
    struct Line {
        enum class Shape { Line, Steps, Area };
        QString name;
        const DataColor Theme::*color;
        Shape shape = Shape::Line;
        bool dashed = false;
        QVector<double> x, y;
    };

    explicit LinePlot(const QString& name, QWidget* parent = nullptr);

    /// @param xTitle under the axis; empty: none.
    void show(std::vector<Line> lines, const QString& xTitle, const QString& description);
    /// A vertical grid line at every whole number: where the levels are.
    void setWholeNumberGrid(bool on);
    void clear();
    /// x and y of every line, for "Show as table".
    const std::vector<Line>& lines() const { return m_lines; }

private:
    void fitAxes();
    void restyle() final;

    std::vector<Line> m_lines;
    bool m_wholeNumbers = false;
};

}  // namespace zeropoint::ui
