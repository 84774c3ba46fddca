// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace zeropoint::ui {

class RowTable;
class TradeOff;
class TradeOffModel;
class Workbench;

/// All runs as a table; the current row is the selected run.
class ResultsCard : public QFrame {
    Q_OBJECT

public:
    explicit ResultsCard(Workbench& bench, QWidget* parent = nullptr);

signals:
    void opened(const QString& name);  ///< by Enter or a double click

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildTable();
    void follow();
    void sort();

    Workbench& m_bench;
    TradeOff& m_tradeOff;
    TradeOffModel* m_model;
    RowTable* m_table;
    bool m_following = false;  ///< the table is shown a selection, it does not make one
};

}  // namespace zeropoint::ui
