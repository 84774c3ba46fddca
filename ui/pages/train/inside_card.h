// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/train/diagram_layout.h"

#include <QFrame>

#include <optional>

namespace zeropoint::ui {

class LazyStack;
class Segment;
class Workbench;

/// What happens inside the run that is looked at: predictions, attention, one layer.
class InsideCard : public QFrame {
    Q_OBJECT

public:
    explicit InsideCard(Workbench& bench, QWidget* parent = nullptr);

    /// The selected part of the diagram, or null.
    void setNode(const DiagramNode* node);
    /// The views, as TrainView::inside counts them.
    enum View { Predictions, Attention, Layer, Insight };

signals:
    void calibrateRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildLayer();
    template <typename Shown>
    Shown& shown() const;
    void refresh();

    Workbench& m_bench;
    Segment* m_choice;
    LazyStack* m_stack;
    std::optional<DiagramNode> m_node;
};

}  // namespace zeropoint::ui
