// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"

#include <QFrame>

class QComboBox;
class QLabel;

namespace zeropoint::ui {

class NumberField;
class Segment;

/// The settings of one column, in a small window over it. Each control changes its own field.
class SchemeEditor : public QFrame {
    Q_OBJECT

public:
    explicit SchemeEditor(const QuantScheme& scheme, QWidget* parent = nullptr);

signals:
    void changed(const zeropoint::QuantScheme& scheme);

private:
    void fillChoices();
    void layOut();
    void connectControls();
    void refresh();
    void take(const QuantScheme& scheme);

    QuantScheme m_scheme;
    QComboBox* m_format;
    Segment* m_symmetry;
    Segment* m_granularity;
    QLabel* m_groupLabel;
    NumberField* m_group;
    QComboBox* m_range;
    QLabel* m_percentileLabel;
    NumberField* m_percentile;
    QComboBox* m_scales;
    QComboBox* m_rounding;
};

}  // namespace zeropoint::ui
