// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quantization/block_sample.h"
#include "ui/pages/numbers/facts/number_view.h"

#include <array>

class QComboBox;
class QFrame;
class QLabel;

class QPushButton;

namespace zeropoint::ui {

class AddToCompare;
class BitLedger;
class BlockBytes;
class BlockWeights;
class NumberField;
struct Source;
class ScaleCostCard;
class Legend;
class Notice;
class Segment;
class TableButton;

/// A block of weights that share a scale: its bytes as fields, each weight linked to its bits, the
/// equation with its numbers, and the bill that ends in bits per weight.
class BlocksView : public NumberView {
    Q_OBJECT

public:
    explicit BlocksView(Workbench& bench, QWidget* parent = nullptr);

    void show(const NumberState& state) override;

private:
    QFrame* makeBlockCard();
    QWidget* makeHeader(QWidget* parent);
    void makeTensorChoice(QWidget* header);
    std::array<TableButton*, 2> makeTables(QWidget* header);
    QFrame* makeLedgerCard();
    void makeSample();
    void send();
    void showOrigin(const BlockFormat& format);
    void showLegend();
    void showLedger();
    void showWeight();

    Workbench& m_bench;
    BlockSample m_sample;
    NumberState m_state;
    QComboBox* m_format;
    Segment* m_rule;
    AddToCompare* m_compare;
    QLabel* m_formula;
    QPushButton* m_own = nullptr;
    NumberField* m_block = nullptr;
    QPushButton* m_again = nullptr;
    const Source* m_shownSource = nullptr;  ///< only compared
    bool m_shownOwn = false;
    std::uint64_t m_shownBlock = 0;
    BlockWeights* m_weights;
    BlockBytes* m_bytes;
    Legend* m_legend;
    QLabel* m_equation;
    BitLedger* m_ledger;
    ScaleCostCard* m_costs;
    Notice* m_notice;
};

}  // namespace zeropoint::ui
