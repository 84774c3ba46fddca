// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/train/diagram_layout.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace zeropoint::ui {

class Segment;
class TrainingSession;

/// The bits of the selected part alone, for methods that quantize.
class LayerBits : public QWidget {
    Q_OBJECT

public:
    explicit LayerBits(TrainingSession& session, QWidget* parent = nullptr);

    void setNode(const DiagramNode* node);

private:
    void choose(int index);
    void refresh();

    TrainingSession& m_session;
    std::optional<DiagramNode> m_node;
    QLabel* m_title;
    Segment* m_bits;
};

}  // namespace zeropoint::ui
