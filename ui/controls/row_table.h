// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <span>

namespace zeropoint::ui {

/// A list of things in rows with columns of figures: one row is chosen at a time, none is edited,
/// Tab goes on to the next control.
class RowTable : public QTableView {
    Q_OBJECT

public:
    explicit RowTable(QWidget* parent = nullptr);

    /// Of the first columns, in pixels. After the model is set.
    void setColumnWidths(std::span<const int> widths);
};

}  // namespace zeropoint::ui
