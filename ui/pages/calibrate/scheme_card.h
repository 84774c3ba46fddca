// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"

#include <QFrame>
#include <QList>

#include <functional>

class QComboBox;
class QGridLayout;
class QLabel;

namespace zeropoint::ui {

class NumberField;
class Segment;
class SteppedSlider;
class Workbench;

/// The controls of the quantization scheme.
class SchemeCard : public QFrame {
    Q_OBJECT

public:
    explicit SchemeCard(Workbench& bench, QWidget* parent = nullptr);

private:
    void fillChoices();
    QGridLayout* makeGrid();
    QLayout* makeRange();
    void bindControls();
    void refresh();
    QWidget* makeEnds();
    void showEnds();
    void showAxes();

    Workbench& m_bench;
    Segment* m_family;
    QLabel* m_bitsLabel;
    SteppedSlider* m_bits;
    QComboBox* m_float;
    QComboBox* m_block;
    Segment* m_symmetry;
    Segment* m_granularity;
    QLabel* m_groupLabel;
    NumberField* m_groupSize;
    QComboBox* m_range;
    NumberField* m_percentile;
    NumberField* m_low;
    NumberField* m_high;
    QComboBox* m_rounding;
    QLabel* m_axisLabel;
    NumberField* m_axis;
    QLabel* m_ruleLabel;
    Segment* m_rule;
    QLabel* m_overflowLabel;
    Segment* m_overflow;       ///< of floats that have an infinity or a NaN
    QList<QWidget*> m_scaled;  ///< rows of what has one scale or more
    QList<QWidget*> m_ranged;  ///< the row of the range's ends
    QList<QWidget*> m_scalar;  ///< and of casts too: all but blocks
};

}  // namespace zeropoint::ui
