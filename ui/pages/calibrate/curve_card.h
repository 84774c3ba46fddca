// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/error_curve.h"
#include "ui/state/source.h"

#include <QFrame>

class QLabel;

namespace zeropoint::ui {

class ErrorCurvePlot;
class Workbench;

/// Error against range: where the handle stands on the curve, and where it is lowest.
class CurveCard : public QFrame {
    Q_OBJECT

public:
    explicit CurveCard(Workbench& bench, QWidget* parent = nullptr);

    /// Moves the range to the curve's smallest error, as one undo step; where channels or groups
    /// have ranges of their own, lets each find its own.
    void applyOptimum();
    void showTable();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void follow();
    /// Blocks have ranges of their own: each is clipped at the same share of it.
    void followBlocks(const QuantScheme& scheme);
    void measureBlocks();
    void makeCurve(double fixedEnd);
    /// The curve over the values themselves, in the background.
    void measureCurve();
    void showOrigin();
    void applyEnd(double end);

    Workbench& m_bench;
    ErrorCurvePlot* m_plot;
    QLabel* m_origin;  ///< whether the curve is an estimate
    ErrorCurve m_curve;
    RangeEnd m_moving = RangeEnd::Hi;
    // What the curve was made of: dragging the moving end alone does not make it anew.
    SourcePtr m_curveSource;
    QuantScheme m_curveScheme;
    double m_curveFixedEnd = 0;
    bool m_estimated = true;
};

}  // namespace zeropoint::ui
