// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace zeropoint::ui {

class BarTable;
class DeviceGrid;
class LazyStack;
class Legend;
class MemoryChart;
class Notice;
class Segment;
class Workbench;

/// "What fits": what each way to run or train a model takes, and on which device it fits.
class FitView : public QFrame {
    Q_OBJECT

public:
    explicit FitView(Workbench& bench, QWidget* parent = nullptr);

    MemoryChart* chart() const { return m_chart; }
    /// The chart under its legend, for a picture.
    QList<QWidget*> figureParts() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildLower();
    void chooseBar(int bar);
    void refresh();

    Workbench& m_bench;
    MemoryChart* m_chart;
    Legend* m_legend;
    Notice* m_notice;
    Segment* m_lowerTabs;
    LazyStack* m_lower;
    QLabel* m_caption;
    DeviceGrid* m_grid = nullptr;
    BarTable* m_table = nullptr;
};

}  // namespace zeropoint::ui
