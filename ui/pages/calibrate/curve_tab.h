// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/calibrate/analysis_tab.h"
#include "ui/plots/curve_family_plot.h"
#include "ui/state/source.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace zeropoint::ui {

class Legend;
struct TableContent;

/// Every observer on one curve: what clipping and rounding cost at each range, for the current
/// width and for the others, beside theory where there is one.
class CurveTab : public AnalysisTab {
    Q_OBJECT

public:
    explicit CurveTab(Workbench& bench, QWidget* parent = nullptr);

    const CurveStudy& study() const { return m_study; }
    TableContent table() const;

protected:
    void follow() override;
    void work() override;

private:
    void show(const CurveStudy& study);
    /// Why there is nothing to show; empty where there is.
    QString reason() const;
    void showMarkers();
    void showReadout(int point);
    void applyMarker(int marker);
    void applyPosition(double position);
    void markCurrent();

    Legend* m_legend;
    CurveFamilyPlot* m_plot;
    QWidget* m_side;
    QGridLayout* m_list;  ///< of the observers, in it
    QLabel* m_readout;
    QWidget* m_button;  ///< opens the table
    QLabel* m_best;     ///< which observer, and why
    std::vector<QPushButton*> m_buttons;
    CurveStudy m_study;
    // What the study is of: a new range alone does not make it anew.
    SourcePtr m_source;
    QuantScheme m_scheme;
};

}  // namespace zeropoint::ui
