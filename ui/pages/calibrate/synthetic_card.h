// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/synthetic.h"

#include <QFrame>

#include <vector>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace zeropoint::ui {

class ValueSlider;
class Workbench;

/// Draws a distribution: its kind and a slider for each parameter, both taken from the core's list.
class SyntheticCard : public QFrame {
    Q_OBJECT

public:
    explicit SyntheticCard(Workbench& bench, QWidget* parent = nullptr);

private:
    void refresh();
    void rebuildSliders();
    void setParameter(const std::string& key, double value);

    Workbench& m_bench;
    SyntheticSpec m_spec;
    QLabel* m_inUse;
    QComboBox* m_kind;
    QWidget* m_sliderArea;
    struct Row {
        std::string key;
        double defaultValue;
        double lo;
        double hi;
        ValueSlider* slider;
    };
    std::vector<Row> m_sliders;
};

}  // namespace zeropoint::ui
