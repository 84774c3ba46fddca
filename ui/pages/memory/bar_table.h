// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/row_table.h"
#include "ui/controls/table_dialog.h"
#include "ui/state/memory_study.h"

class QStandardItemModel;

namespace zeropoint::ui {

/// One bar on every device: what it takes, whether it fits, the longest context and the largest
/// model that would, and the bound that bandwidth sets to its speed.
class BarTable : public RowTable {
    Q_OBJECT

public:
    explicit BarTable(QWidget* parent = nullptr);

    void show(const MemoryAnswer* answer, int bar, bool binary);

private:
    QStandardItemModel* m_items;
};

/// The same for every bar, with plain numbers: what is exported.
TableContent deviceTable(const MemoryAnswer* answer);

}  // namespace zeropoint::ui
