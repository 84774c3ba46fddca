// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/curve_study.h"
#include "ui/plots/plot_widget.h"

#include <vector>

class QCPGraph;
class QCPItemStraightLine;
class QCPItemLine;
class QCPItemText;

namespace zeropoint::ui {

/// "A" for the first marker, as plot and list name it.
QString markerLetter(std::size_t marker);

/// Total, clipping and rounding error against the range, the family over bit widths, theory where
/// there is one, and every observer as a marker. A click on a marker chooses it, a click elsewhere
/// a range.
class CurveFamilyPlot : public PlotWidget {
    Q_OBJECT

public:
    explicit CurveFamilyPlot(QWidget* parent = nullptr);

    void show(CurveStudy study);
    /// Where the current range stands; costs one replot.
    void setNow(double position, double mse);
    /// In pixels of this widget, for tests and hit tests.
    QPointF markerPosition(std::size_t marker) const;

signals:
    void markerChosen(int marker);
    void positionChosen(double position);
    /// The point of the curve under the pointer; -1 when it left.
    void hovered(int point);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void restyle() final;
    void clear();
    void showOwn(double floor);
    void showFamily();
    void placeFamilyNames();
    void placeMarkerNames();
    void showMarkers();
    int markerAt(const QPointF& point) const;
    int pointAt(double x) const;

    QCPGraph* m_total;
    QCPGraph* m_clip;
    QCPGraph* m_round;
    QCPGraph* m_theory;
    QCPGraph* m_lloyd;
    QCPGraph* m_now;
    QCPGraph* m_markers;
    QCPItemStraightLine* m_line;
    std::vector<QCPGraph*> m_family;
    std::vector<QCPItemText*> m_familyTexts;
    std::vector<QCPItemText*> m_markerTexts;
    std::vector<QCPItemLine*> m_leaders;  ///< from markers to letters that do not stand beside them
    CurveStudy m_study;
};

}  // namespace zeropoint::ui
