// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/table_dialog.h"
#include "ui/pages/numbers/facts/row_facts.h"

#include <QWidget>

namespace zeropoint::ui {

/// The value between the stored values around it: where it lies, the midpoint that decides, and
/// how far it was moved.
class NumberLine : public QWidget {
    Q_OBJECT

public:
    explicit NumberLine(QWidget* parent = nullptr);

    void show(const RowFacts& facts, Rounding rounding);

    /// The figures that are drawn.
    TableContent table() const;
    QSize sizeHint() const override { return {466, 84}; }
    QSize minimumSizeHint() const override { return {280, 84}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Scale;

    QString movementText() const;
    void paintTicks(QPainter& painter, const Scale& scale) const;
    void paintMovement(QPainter& painter, const Scale& scale) const;

    RowFacts m_facts;
    double m_below = 0;  ///< stored values next to the chosen one; equal to it at the ends
    double m_above = 0;
    int m_digits = 9;  ///< as many as tell the neighbours apart
    bool m_midpointDecides = true;
};

}  // namespace zeropoint::ui
