// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/numbers/facts/number_view.h"

#include <vector>

class QComboBox;
class QLabel;
class QPushButton;

namespace zeropoint::ui {

class CodeTable;
class RoundingBins;

/// A format of 8 bits or fewer in full: all its codes, its special ones, what rounds to what, and
/// the same beside another format.
class CodesView : public NumberView {
    Q_OBJECT

public:
    explicit CodesView(Workbench& bench, QWidget* parent = nullptr);

    void show(const NumberState& state) override;

private:
    QWidget* makeHeader();
    QWidget* makeSpecials();
    QWidget* makeBinsCard();
    void connectSignals();
    void pick(const NumberFormat& format, quint64 code);
    void showComparison(const NumberFormat& format);
    const NumberFormat& format() const;

    Workbench& m_bench;
    NumberState m_state;
    QComboBox* m_format;
    QComboBox* m_other;
    QLabel* m_summary;
    std::vector<QPushButton*> m_specials;  ///< to the codes that people ask for
    CodeTable* m_table;
    QLabel* m_difference;
    CodeTable* m_otherTable;
    RoundingBins* m_bins;
};

}  // namespace zeropoint::ui
