// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/numbers/value/stored_values_chart.h"

#include <QFrame>

class QToolButton;

namespace zeropoint::ui {

class Legend;
class Segment;
class Workbench;

/// The chart of storable values with its switches.
class StoredValuesCard : public QFrame {
    Q_OBJECT

public:
    explicit StoredValuesCard(Workbench& bench, QWidget* parent = nullptr);

    void setRows(const std::vector<RowFacts>& rows, const QString& inspected);

private:
    QWidget* makeHeader();
    void fillLegend();
    void look();

    Workbench& m_bench;
    StoredValuesChart* m_chart;
    Legend* m_legend;
    Segment* m_scale;
    QToolButton* m_reset;
};

}  // namespace zeropoint::ui
