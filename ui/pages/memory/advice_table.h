// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/advise.h"

#include <QFrame>

class QStandardItemModel;

namespace zeropoint::ui {

class RowTable;

/// Every setting of an advice with its bits, bytes and errors, from the largest to the smallest.
class AdviceTable : public QFrame {
    Q_OBJECT

public:
    explicit AdviceTable(QWidget* parent = nullptr);

    /// Null: there is none. `chosen`: its row; -1: none.
    void show(const Advice* advice, int chosen, bool binary);

signals:
    void chosen(int row);

private:
    void fillRow(int row, const AdviceOption& option, bool recommended, bool binary);

    QStandardItemModel* m_items;
    RowTable* m_table;
    bool m_filling = false;  ///< no hand chooses
};

}  // namespace zeropoint::ui
