// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QCheckBox;
class QLabel;

namespace zeropoint::ui {

class BitLedger;
class SteppedSlider;

/// NF4's bill with its settings on sliders: see 0.5 bits for scales become 0.127 by quantizing the
/// scales once more.
class DoubleQuantizationCard : public QFrame {
    Q_OBJECT

public:
    explicit DoubleQuantizationCard(QWidget* parent = nullptr);

private:
    void showLedger();

    SteppedSlider* m_block;
    QCheckBox* m_double;
    SteppedSlider* m_scaleBlock;
    BitLedger* m_ledger;
    QLabel* m_sentence;
};

}  // namespace zeropoint::ui
