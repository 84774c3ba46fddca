// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/table_dialog.h"

#include <QColor>
#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

namespace zeropoint::ui {

struct Theme;

/// What one weight costs in bits, item by item, as a stacked bar over a list that ends in the sum.
class BitLedger : public QWidget {
    Q_OBJECT

public:
    struct Item {
        QString name;
        QString detail;  ///< the calculation: "2 bytes × 8 / 32"
        double bits = 0;
        std::function<QColor(const Theme&)> color;
    };

    explicit BitLedger(QWidget* parent = nullptr);

    void setItems(std::vector<Item> items);
    double total() const;

    /// The figures that are drawn.
    TableContent table() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {260, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Item> m_items;
};

}  // namespace zeropoint::ui
