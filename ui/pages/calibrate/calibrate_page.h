// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

class QLabel;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace zeropoint::ui {

class AddToCompare;
class AnalysisPanel;
class CurveCard;
class HistogramCard;
class MetricsCard;
class Notice;
class Segment;
class Workbench;

/// Choose the range; see what rounding and clipping cost.
class CalibratePage : public Page {
    Q_OBJECT

public:
    explicit CalibratePage(Workbench& bench, QWidget* parent = nullptr);

    CoachText coachText() const override;
    QStringList statusTexts() const override;
    int narrowBelow() const override;
    QStringList viewNames() const override;
    void showView(int index) override;
    /// Moves the range to the smallest error of the curve.
    void applyOptimum();
    void showTable();  ///< of the histogram
    void showCurveTable();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildHeader();
    QWidget* buildSources();
    QWidget* buildRight();
    void arrange();
    void showNotes();

    Workbench& m_bench;
    HistogramCard* m_histogram = nullptr;
    MetricsCard* m_metrics = nullptr;
    CurveCard* m_curve = nullptr;
    AnalysisPanel* m_analysis = nullptr;
    Notice* m_notes;
    QLabel* m_empty;  ///< what to do, instead of a tensor
    AddToCompare* m_add = nullptr;
    QWidget* m_slot = nullptr;  ///< in the header: the subtitle, or what has to be said
    QLabel* m_subtitle = nullptr;
    QToolButton* m_sourcesButton = nullptr;
    QWidget* m_sources = nullptr;
    QWidget* m_right = nullptr;
    Segment* m_tabs = nullptr;
    bool m_narrow = false;
};

}  // namespace zeropoint::ui
