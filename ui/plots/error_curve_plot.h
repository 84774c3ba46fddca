// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/error_curve.h"
#include "ui/plots/plot_widget.h"

#include <array>
#include <optional>

class QCPGraph;
class QCPItemStraightLine;
class QCPItemText;

namespace zeropoint::ui {

/// Mean squared error against one end of the range: total, clipping and rounding, with the
/// current and the best position. A click asks for that position.
class ErrorCurvePlot : public PlotWidget {
    Q_OBJECT

public:
    explicit ErrorCurvePlot(QWidget* parent = nullptr);

    /// What the axis is: the end of the range that a hand moves, or the share of its own range at
    /// which each block is clipped, in per cent; point i of n keeps (i + 1) / n.
    enum class Axis { Handle, BlockShare };

    /// @param moving which end of the range the axis is.
    void setCurve(const ErrorCurve& curve, RangeEnd moving, Axis axis = Axis::Handle);
    /// Where the handle stands now, and the total error there: all that a drag changes. The curve
    /// is known at its points alone: a position between them may be better than all of these, and
    /// is the best then.
    /// @param comparable whether the error is known as well as the curve's, both exact or neither.
    void setPosition(double position, double error, bool comparable = true);

signals:
    void positionChosen(double end);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void restyle() final;
    void clear();
    void placeLabels();
    void placeClip(double bottom, const std::array<QRectF, 2>& others);
    QRectF placeRound(const QRect& area);
    void placeNow();
    struct Mark {
        double at = 0;  ///< on the axis
        double error = 0;
    };
    Mark best() const;
    void showBest();
    /// Where a point of m_curve stands on the axis.
    double endOf(const RangeError& point) const;
    QString bestWords() const;

    QCPGraph* m_total = nullptr;
    QCPGraph* m_clip = nullptr;
    QCPGraph* m_round = nullptr;
    QCPGraph* m_now = nullptr;
    QCPGraph* m_best = nullptr;
    QCPItemStraightLine* m_line = nullptr;
    QCPItemText* m_nowText = nullptr;
    QCPItemText* m_bestText = nullptr;
    QCPItemText* m_clipText = nullptr;
    QCPItemText* m_roundText = nullptr;
    ErrorCurve m_curve;
    RangeEnd m_moving = RangeEnd::Hi;
    Axis m_axis = Axis::Handle;
    std::optional<Mark> m_hand;  ///< where it stands, if it can be compared with the curve
    QRectF m_bestPlace;          ///< of the best's words, in pixels
    double m_floor = 0;
    double m_highest = 0;
};

}  // namespace zeropoint::ui
