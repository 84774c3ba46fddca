// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QGridLayout;
class QLabel;

namespace zeropoint::ui {

class Workbench;

/// What the device leaves for the weights: each term a row.
class BudgetCard : public QFrame {
    Q_OBJECT

public:
    explicit BudgetCard(Workbench& bench, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QLabel* addRow(const QString& what, const QString& name);
    void refresh();

    Workbench& m_bench;
    QGridLayout* m_grid;
    QLabel* m_device;
    QLabel* m_reserve;
    QLabel* m_cache;
    QLabel* m_working;
    QLabel* m_left;
};

}  // namespace zeropoint::ui
