// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/train/diagram_layout.h"

#include <QFrame>

#include <optional>

class QStackedWidget;

namespace zeropoint::ui {

class AttentionView;
class InsightView;
class LayerView;
class PredictionsView;
class Segment;
class Workbench;

/// What happens inside the run that is looked at: predictions, attention, one layer.
class InsideCard : public QFrame {
    Q_OBJECT

public:
    explicit InsideCard(Workbench& bench, QWidget* parent = nullptr);

    /// The selected part of the diagram, or null.
    void setNode(const DiagramNode* node);
    void showLayer();
    /// 0: output, 1: attention, 2: layer, 3: QAT.
    void setView(int view);

signals:
    void calibrateRequested();

private:
    enum View { Predictions, Attention, Layer, Insight };

    void refresh();

    Workbench& m_bench;
    Segment* m_choice;
    QStackedWidget* m_stack;
    PredictionsView* m_predictions;
    AttentionView* m_attention;
    LayerView* m_layer;
    InsightView* m_insight;
    std::optional<DiagramNode> m_node;
};

}  // namespace zeropoint::ui
