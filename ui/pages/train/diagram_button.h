// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/train/diagram_layout.h"

#include <QAbstractButton>

namespace zeropoint::ui {

/// One node of the block diagram as a button. A click or Space looks at it, Enter or a double
/// click opens it.
class DiagramButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit DiagramButton(const DiagramNode& node, QWidget* parent);

    /// Around where the layout draws the node.
    void placeAt(const QRectF& rect);
    void setChip(const DiagramChip& chip);

signals:
    void openRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void paintWeight(QPainter& painter, const QRectF& box) const;
    void paintPill(QPainter& painter, const QRectF& box) const;
    void paintSum(QPainter& painter, const QRectF& box) const;
    QPen outline() const;

    DiagramNode::Kind m_kind;
    QString m_title;
    DiagramChip m_chip;
};

}  // namespace zeropoint::ui
