// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_spec.h"
#include "ui/pages/page.h"

#include <optional>
#include <vector>

class QToolButton;

namespace zeropoint::ui {

class LazyStack;
class ResultsCard;
class ScatterCard;
class Segment;
class TradeOff;

/// Which runs give the most accuracy for their size.
class TradeOffPage : public Page {
    Q_OBJECT

public:
    explicit TradeOffPage(Workbench& bench, QWidget* parent = nullptr);

    CoachText coachText() const override;
    QStringList statusTexts() const override;
    int narrowBelow() const override;
    QStringList viewNames() const override;
    void showView(int view) override;
    /// Asks for a file with the experiment.
    void runFile();
    /// Runs it, or tells why it is none.
    void begin(const Result<ExperimentSpec>& spec);
    /// Ask where to.
    void exportFigure();
    void exportCsv();
    void copySettings();
    void saveQuantized();
    void openSelected();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildHeader();
    QWidget* buildSide();
    QToolButton* buildRunMenu();
    QToolButton* buildMoreMenu();
    void connectSignals();
    void openInTrain(const QString& name);
    std::optional<QuantScheme> weightScheme() const;
    void askAbout(const Result<ExperimentSpec>& spec);
    void timeExperiments();
    void refreshRun();
    void arrange();

    Workbench& m_bench;
    TradeOff& m_tradeOff;
    ScatterCard* m_scatter;
    ResultsCard* m_results;
    QWidget* m_side = nullptr;
    Segment* m_views = nullptr;
    LazyStack* m_stack = nullptr;
    Segment* m_tabs = nullptr;
    QToolButton* m_run = nullptr;
    std::vector<QWidget*> m_wide;   ///< seen where there is room for them
    QToolButton* m_more = nullptr;  ///< and what they do, where there is not
};

}  // namespace zeropoint::ui
