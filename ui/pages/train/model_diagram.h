// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/train/diagram_layout.h"

#include <QWidget>

#include <functional>
#include <vector>

namespace zeropoint::ui {

class ArrowGroup;
class DiagramButton;

/// A transformer drawn from its configuration. Each part is a button that the keyboard reaches in
/// the order of the pass.
class ModelDiagram : public QWidget {
    Q_OBJECT

public:
    explicit ModelDiagram(QWidget* parent = nullptr);

    void setModel(const TransformerConfig& model);
    void setChips(std::function<DiagramChip(const DiagramNode&)> chips);

    /// Null while nothing is selected.
    const DiagramNode* selected() const;
    void select(const std::string& id);
    /// Marks the node of a site; empty: none.
    void setHighlight(const QString& site);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void hovered(const QString& site);  ///< empty: none
    void nodeSelected();                ///< by a click or Space
    void nodeActivated();               ///< by Enter or a double click, after nodeSelected

protected:
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuild();
    void showChips();
    void showMarks();
    QRectF diamondBefore(std::size_t index) const;
    /// Index of the node whose diamond is there; -1: none.
    int diamondAt(const QPointF& point) const;
    void paintInputs(QPainter& painter) const;

    TransformerConfig m_model;
    DiagramLayout m_layout;
    ArrowGroup* m_arrows;  ///< the nodes are one stop of Tab
    std::vector<DiagramButton*> m_buttons;
    std::function<DiagramChip(const DiagramNode&)> m_chips;
    std::vector<DiagramChip> m_shown;  ///< one for each node
    std::string m_selected;
    QString m_highlight;
};

}  // namespace zeropoint::ui
