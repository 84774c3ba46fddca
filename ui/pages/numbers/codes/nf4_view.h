// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/numbers/facts/number_view.h"

class QLabel;

namespace zeropoint::ui {

class Nf4Chart;
class Segment;

/// How the sixteen levels of NF4 come from the normal distribution, step by step.
class Nf4View : public NumberView {
    Q_OBJECT

public:
    explicit Nf4View(Workbench& bench, QWidget* parent = nullptr);

    void show(const NumberState& state) override;

private:
    QWidget* makeCard();
    void showStep();

    Workbench& m_bench;
    Segment* m_steps;
    QLabel* m_title;
    QLabel* m_formula;
    Nf4Chart* m_chart;
    QLabel* m_values;
};

}  // namespace zeropoint::ui
