// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/curve_family.h"

#include <QWidget>

#include <vector>

class QCPGraph;
class QCPItemStraightLine;
class QCPItemText;
class QCustomPlot;

namespace zeropoint::ui {

/// All that is known of the error against the clipping range. The axis is the upper end of the
/// range where it is symmetric, else its width.
struct CurveScene {
    bool symmetric = true;
    ErrorCurve own;                    ///< of the current format, with its two parts
    std::vector<FamilyMember> family;  ///< totals of other widths
    bool familyEstimated = false;      ///< from the histogram; the rest is exact
    std::vector<double> theory;        ///< one expectation for each point of `own`, or empty
    double lloydMax = 0;               ///< the least error of as many levels; 0: not known
    std::vector<RangeMarker> markers;

    double positionOf(const RangeError& point) const {
        return symmetric ? point.hi : point.hi - point.lo;
    }
    /// "A" for the first marker, as plot and list name it.
    static QString letterOf(std::size_t marker) {
        return QString(QChar('A' + static_cast<char>(marker)));
    }
};

/// Total, clipping and rounding error against the range, the family over bit widths, theory where
/// there is one, and every observer as a marker. A click on a marker chooses it, a click elsewhere
/// a range.
class CurveFamilyPlot : public QWidget {
    Q_OBJECT

public:
    explicit CurveFamilyPlot(QWidget* parent = nullptr);

    void show(CurveScene scene);
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
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void restyle();
    void clear();
    void showOwn(double floor);
    void showFamily();
    void showMarkers();
    int markerAt(const QPointF& point) const;
    int pointAt(double x) const;
    QCPItemText* addText();

    QCustomPlot* m_plot;
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
    CurveScene m_scene;
};

}  // namespace zeropoint::ui
