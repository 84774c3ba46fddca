// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/access/access.h"

#include <QAccessibleWidget>

#include <map>

namespace zeropoint::ui {

/// A painted widget as Qt's accessibility asks for it: items are its children behind the widget's
/// own, a table has its cells.
class AccessibleNode : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    AccessibleNode(QWidget* widget, const Access& access);
    ~AccessibleNode() override;

    QAccessible::State state() const override;
    QString text(QAccessible::Text kind) const override;
    void* interface_cast(QAccessible::InterfaceType type) override;
    QStringList actionNames() const override;
    void doAction(const QString& action) override;

    int childCount() const override;
    QAccessibleInterface* child(int index) const override;
    int indexOfChild(const QAccessibleInterface* child) const override;
    QAccessibleInterface* childAt(int x, int y) const override;
    QAccessibleInterface* focusChild() const override;

    QAccessibleInterface* caption() const override { return nullptr; }
    QAccessibleInterface* summary() const override { return nullptr; }
    QAccessibleInterface* cellAt(int row, int column) const override;
    int selectedCellCount() const override { return 0; }
    QList<QAccessibleInterface*> selectedCells() const override { return {}; }
    QString columnDescription(int column) const override;
    QString rowDescription(int) const override { return {}; }
    int columnCount() const override;
    int rowCount() const override;
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent*) override {}

    // What items and cells ask for.
    std::vector<AccessItem> items() const;
    TableContent table() const;
    void choose(int item);

private:
    QAccessibleInterface* made(int key, const std::function<QAccessibleInterface*()>& make) const;

    const Access& m_access;
    mutable std::map<int, QAccessible::Id> m_parts;  ///< items as they are, cells below zero
};

}  // namespace zeropoint::ui
