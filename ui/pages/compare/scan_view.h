// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/compare/model_scan.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSortFilterProxyModel;

namespace zeropoint::ui {

class HeatPlot;
class Notice;
class RowTable;
class ScanTableModel;
class Workbench;

/// Every weight of the open model under the settings of the columns: a table that sorts, a map of
/// layers and settings, and what all of it costs.
class ScanView : public QWidget {
    Q_OBJECT

public:
    explicit ScanView(Workbench& bench, QWidget* parent = nullptr);

    const ModelScan& scan() const { return *m_scan; }
    void start() { m_scan->start(); }

signals:
    void calibrateRequested();
    void changed();

private:
    QWidget* buildBar();
    QWidget* buildMap();
    void refresh();
    void grow();
    void sortBy(int section);
    void sortTable();
    QString caption() const;
    /// The weight in this row of the file's order, under this setting, in Calibrate.
    void open(int weight, int setting);
    QString totalsText() const;
    QString leftOutText() const;

    Workbench& m_bench;
    ModelScan* m_scan;
    ScanTableModel* m_model;
    QSortFilterProxyModel* m_sorted;
    QPushButton* m_start = nullptr;
    QPushButton* m_resume = nullptr;
    QLabel* m_hint = nullptr;
    RowTable* m_table;
    Notice* m_leftOut;  ///< what is in no figure
    HeatPlot* m_map = nullptr;
    QLabel* m_totals;
};

}  // namespace zeropoint::ui
