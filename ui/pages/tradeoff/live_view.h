// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/recipe/quant_recipe.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;

namespace zeropoint::ui {

class Highlight;
class LayerStudy;
class MetricTile;
class SplitBar;
class SteppedSlider;
class ValueSlider;
class Workbench;

/// The held-out accuracy while a hand changes the bits and the clipping range of one layer, or of
/// all, and what the weights lose by it.
class LiveView : public QWidget {
    Q_OBJECT

public:
    /// The layer that is chosen here and elsewhere is one.
    explicit LiveView(Workbench& bench, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildColumn();
    void connectSignals();
    void fillLayers();
    void ask();
    void refresh();
    void refreshError();
    void showClip();
    void follow();
    void followLayer();

    Workbench& m_bench;
    LayerStudy& m_study;
    Highlight& m_highlight;
    QComboBox* m_layer;
    SteppedSlider* m_bits;
    ValueSlider* m_clip;
    MetricTile* m_accuracy;
    MetricTile* m_loss;
    MetricTile* m_sqnr;
    SplitBar* m_split;
    QLabel* m_splitText;
    QLabel* m_text;
    QPushButton* m_keep;
    QString m_shownLayer;  ///< as the controls show it
    std::optional<QuantRecipe> m_shownRecipe;
};

}  // namespace zeropoint::ui
