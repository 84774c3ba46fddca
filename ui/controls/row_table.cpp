// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/row_table.h"

#include <QHeaderView>

namespace zeropoint::ui {
namespace {

constexpr int heightOfRow = 28;

}  // namespace

RowTable::RowTable(QWidget* parent) : QTableView(parent) {
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(heightOfRow);
    horizontalHeader()->setHighlightSections(false);
}

void RowTable::setColumnWidths(std::span<const int> widths) {
    int column = 0;
    for (const int width : widths) {
        setColumnWidth(column++, width);
    }
}

}  // namespace zeropoint::ui
