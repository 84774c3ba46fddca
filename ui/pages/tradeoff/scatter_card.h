// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/views.h"

#include <QFrame>
#include <QList>

class QComboBox;
class QLabel;
class QToolButton;

namespace zeropoint::ui {

class Legend;
class Segment;
class TradeOff;
class TradeOffPlot;

/// Accuracy against size for the runs of one experiment.
class ScatterCard : public QFrame {
    Q_OBJECT

public:
    /// Which part of the chart is looked at stands in `choice`, as the trade-off's runs do.
    ScatterCard(TradeOff& tradeOff, ViewState<RunChoice>& choice, QWidget* parent = nullptr);

    /// What a picture of the chart shows: its legend and itself.
    QList<QWidget*> figureParts() const;
    void showTable();
    /// Under a picture of the chart.
    QString caption() const;

signals:
    void opened(const QString& name);

private:
    QToolButton* makeTable();
    QToolButton* makeShowAll();
    void look();
    void connectSignals();
    void refresh();

    TradeOff& m_tradeOff;
    ViewState<RunChoice>& m_choice;
    QComboBox* m_experiment;
    Segment* m_size;
    Legend* m_legend;
    QLabel* m_what;
    QLabel* m_empty;
    TradeOffPlot* m_plot;
    QToolButton* m_all;
};

}  // namespace zeropoint::ui
