// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/runs/run_record.h"

#include <QWidget>

#include <map>
#include <string>

class QLabel;
class QStackedWidget;

namespace zeropoint::ui {

class Legend;
class LinePlot;
class Segment;
class Workbench;

/// Inside a QAT run, for one layer: the weights gathering at the levels of their grid, what stands
/// in for the derivative of rounding, the scale as it moves.
class InsightView : public QWidget {
    Q_OBJECT

public:
    explicit InsightView(Workbench& bench, QWidget* parent = nullptr);

    /// `site` that is not quantized: the first one that is.
    void show(const RunRecord* run, const std::string& site);
    void showTable();

private:
    enum View { Weights, Codes, Gradient, Scale };

    int view() const;
    void refresh();
    void showWeights(const SiteInsight& insight);
    void showCodes(const SiteInsight& insight);
    void showGradient(const SiteInsight& insight);
    void showScale(const SiteInsight& insight);

    Workbench& m_bench;
    Segment* m_choice;
    QLabel* m_title;
    QLabel* m_text;
    Legend* m_legend;
    LinePlot* m_plot;
    int m_shown = -1;  ///< the view that the plot has
    SnapshotPtr m_snapshot;
    std::string m_site;
    std::map<std::string, std::map<std::uint64_t, double>> m_scales;  ///< by site and step
    bool m_kept = false;  ///< a QAT run that the store keeps: nothing was watched
};

}  // namespace zeropoint::ui
