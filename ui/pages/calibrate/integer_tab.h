// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quantization/integer_example.h"
#include "ui/pages/calibrate/analysis_tab.h"

class QBoxLayout;
class QLabel;
class QTableWidget;

namespace zeropoint::ui {

/// A small layer in integers, station by station: int32 accumulators, bias, requantization with a
/// multiplier and a shift, beside the float simulation, with the outputs marked where they differ.
class IntegerTab : public AnalysisTab {
    Q_OBJECT

public:
    explicit IntegerTab(Workbench& bench, QWidget* parent = nullptr);

    const IntegerExample& example() const { return m_example; }

protected:
    void follow() override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void buildTable();
    void addButtons();
    void draw(std::uint64_t seed);
    void showLayer();
    void showOutputs();
    void arrange();

    std::uint64_t m_seed = 0;  ///< of the example that is shown
    IntegerExample m_example;
    QBoxLayout* m_row = nullptr;
    QLabel* m_matrices;
    QLabel* m_multiplier;
    QTableWidget* m_table;
    QLabel* m_verdict;
};

}  // namespace zeropoint::ui
