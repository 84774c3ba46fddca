// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/tensor.h"
#include "ui/state/number_state.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QLabel;

namespace zeropoint::ui {

class BitLedger;
class Segment;
class SteppedSlider;

/// The bill of a block of one's own: element format, block size and scale format as controls, the
/// bits that each part costs, and the error that the setting makes of normal weights. See 0.5 bits
/// for NF4's scales become 0.127 by quantizing the scales once more.
class ScaleCostCard : public QFrame {
    Q_OBJECT

public:
    explicit ScaleCostCard(QWidget* parent = nullptr);

    void show(const BlockLook& look);

signals:
    void changed(const zeropoint::ui::BlockLook& look);
    void gestureStarted();  ///< what is dragged until the next one is one step of undo
    void dragged(const zeropoint::ui::BlockLook& look);

private:
    QWidget* makeSettings();
    BlockLook chosen() const;
    void send();
    void showLedger();

    BlockLook m_look;
    Tensor m_weights;  ///< whose error is measured; made when first shown
    QComboBox* m_element;
    SteppedSlider* m_block;
    Segment* m_scale;
    QCheckBox* m_double;
    SteppedSlider* m_scaleBlock;
    BitLedger* m_ledger;
    QLabel* m_sentence;
    QLabel* m_error;
};

}  // namespace zeropoint::ui
