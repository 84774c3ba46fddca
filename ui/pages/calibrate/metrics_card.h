// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace zeropoint::ui {

class FigureLabel;
class MetricTile;
class SplitBar;
class Workbench;

/// What the current scheme costs: SQNR, MSE in its two parts, largest error, clipped share, size.
/// Follows the hand with the estimate from the histogram; exact figures replace it at rest.
class MetricsCard : public QFrame {
    Q_OBJECT

public:
    explicit MetricsCard(Workbench& bench, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Figures;
    Figures figures() const;
    QLayout* makeGrid();
    void refresh();
    void showUnknown();
    void showSize();
    void tellNumbers(const Figures& now);

    Workbench& m_bench;
    MetricTile* m_sqnr;
    MetricTile* m_mse;
    SplitBar* m_split;
    FigureLabel* m_clip;
    FigureLabel* m_round;
    FigureLabel* m_maxError;
    FigureLabel* m_clipped;
    FigureLabel* m_size;
    FigureLabel* m_bits;
    QLabel* m_origin;
};

}  // namespace zeropoint::ui
