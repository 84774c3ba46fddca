// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/symmetry_advice.h"
#include "ui/pages/calibrate/analysis_tab.h"
#include "ui/state/source.h"

class QLabel;
class QLayout;
class QPushButton;

namespace zeropoint::ui {

class MetricTile;

/// Is this distribution symmetric? The figures that decide it, and what they suggest.
class SymmetryTab : public AnalysisTab {
    Q_OBJECT

public:
    explicit SymmetryTab(Workbench& bench, QWidget* parent = nullptr);

protected:
    void follow() override;
    void work() override;

private:
    QLayout* makeTiles();
    void show(const SymmetryAdvice& advice);
    void tellNumbers();
    void apply();
    void showButton();

    QLabel* m_verdict;
    QLabel* m_reason;
    MetricTile* m_skew;
    MetricTile* m_mean;
    MetricTile* m_negative;
    MetricTile* m_wasted;
    MetricTile* m_symmetric;
    MetricTile* m_asymmetric;
    QPushButton* m_apply;
    SymmetryAdvice m_advice;
    SourcePtr m_source;    ///< what the advice is of
    std::string m_format;  ///< and for which format
};

}  // namespace zeropoint::ui
