// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/access/table_content.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace zeropoint::ui {

class BarList;
class Legend;
class LinePlot;
class TableButton;
class TradeOff;

/// How two runs differ: predictions that changed, and each layer's weights.
class CompareView : public QWidget {
    Q_OBJECT

public:
    explicit CompareView(TradeOff& tradeOff, QWidget* parent = nullptr);

private:
    void fillRuns();
    void refresh();
    void refreshWeights();
    QString seedsText() const;
    TableContent barsTable() const;
    TableContent weightsTable() const;

    TradeOff& m_tradeOff;
    QLabel* m_first;
    QComboBox* m_second;
    QLabel* m_text;
    BarList* m_bars;
    TableButton* m_barsTable;
    QLabel* m_layer;
    TableButton* m_weightsTable;
    Legend* m_legend;
    LinePlot* m_weights;
};

}  // namespace zeropoint::ui
