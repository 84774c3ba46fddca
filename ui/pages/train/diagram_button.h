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
    const std::string& id() const { return m_id; }
    void placeAt(const QRectF& rect);
    void setChip(const DiagramChip& chip);
    /// Looks as if the pointer were on it: it is on the same layer elsewhere.
    void setMarked(bool marked);
    bool isMarked() const { return m_marked; }

signals:
    void openRequested();
    void entered();
    void left();

protected:
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void paintWeight(QPainter& painter, const QRectF& box) const;
    void paintChip(QPainter& painter, const QRectF& room, bool tall) const;
    void paintPill(QPainter& painter, const QRectF& box) const;
    void paintSum(QPainter& painter, const QRectF& box) const;
    QPen outline() const;
    bool hovered() const { return m_marked || underMouse(); }

    DiagramNode::Kind m_kind;
    std::string m_id;
    QString m_title;
    DiagramChip m_chip;
    bool m_marked = false;
};

}  // namespace zeropoint::ui
