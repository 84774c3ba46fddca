// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_widget.h"
#include "ui/state/runs/run_record.h"

#include <QString>
#include <QStringList>
#include <QVector>

#include <vector>

class QCPGraph;
class QCPItemLine;
class QCPItemStraightLine;
class QCPItemText;

namespace zeropoint::ui {

/// One run's line: its figure at the evaluations, and for the loss what it was at each step.
struct RunCurve {
    QString name;
    MethodKind method = MethodKind::Full;
    bool selected = false;
    QVector<double> steps, values;
    QVector<double> fineSteps, fineValues;  ///< drawn thin; may be empty
    QString last;                           ///< the newest value as text
};

/// Curves of runs over training steps, each named at its end; the selected run's current step
/// stands as a line.
class RunCurvesPlot : public PlotWidget {
    Q_OBJECT

public:
    enum class Figure { Loss, Accuracy };

    explicit RunCurvesPlot(Figure figure, QWidget* parent = nullptr);

    /// @param steps the right end of the axis; @param now the selected run's step.
    void show(std::vector<RunCurve> curves, double steps, double now);
    const std::vector<RunCurve>& curves() const { return m_curves; }
    /// The lines whose names stand there, and how many are only counted.
    QStringList named() const { return m_named + m_inside; }
    int unnamed() const { return m_unnamed; }
    /// Steps with one column for each run, NaN where a run was not evaluated.
    QVector<QVector<double>> table() const;

private:
    struct Line {
        QCPGraph* fine;
        QCPGraph* coarse;
        QCPItemText* label;
        QCPItemLine* leader;  ///< to a name that does not stand at the line's end
    };

    void addLine();
    QCPItemText* newLabel();
    void fill();
    void scaleAxes();
    void restyle() final;
    void nameLines();
    void layOut();
    void placeLabels();
    void placeInside();
    QString description() const;

    Figure m_figure;
    QCPItemStraightLine* m_nowLine;
    QCPItemText* m_more;  ///< how many lines have no name
    std::vector<Line> m_lines;
    std::vector<RunCurve> m_curves;
    QStringList m_named;              ///< at their ends
    QStringList m_inside;             ///< away from them
    std::vector<std::size_t> m_left;  ///< lines for whose names the ends have no room
    int m_unnamed = 0;
    int m_namedHeight = 0;  ///< of the axes, when the names were chosen
    double m_steps = 1;
    double m_now = 0;
};

}  // namespace zeropoint::ui
