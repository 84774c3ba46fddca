// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;

namespace zeropoint::ui {

class LayerStudy;
class MetricTile;
class SteppedSlider;

/// The held-out accuracy while a hand changes the bits of one layer, or of all.
class LiveView : public QWidget {
    Q_OBJECT

public:
    explicit LiveView(LayerStudy& study, QWidget* parent = nullptr);

private:
    void fillLayers();
    void ask();
    void refresh();
    void showLayer();

    LayerStudy& m_study;
    QComboBox* m_layer;
    SteppedSlider* m_bits;
    MetricTile* m_accuracy;
    MetricTile* m_loss;
    QLabel* m_text;
};

}  // namespace zeropoint::ui
