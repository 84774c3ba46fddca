// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quantization/block_sample.h"
#include "ui/controls/table_dialog.h"

#include <QWidget>

namespace zeropoint::ui {

/// The weights of a block as bars: what was given in outline, what came back filled. One of them
/// is current; hover or the arrow keys choose it.
class BlockWeights : public QWidget {
    Q_OBJECT

public:
    explicit BlockWeights(QWidget* parent = nullptr);

    void show(const BlockSample& sample);
    void setWeight(int index);

    /// The figures that are drawn.
    TableContent table() const;
    QSize sizeHint() const override { return {640, 120}; }
    QSize minimumSizeHint() const override { return {320, 96}; }

signals:
    void weightChosen(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int count() const { return static_cast<int>(m_sample.values.size()); }
    double barWidth() const;

    BlockSample m_sample;
    double m_largest = 1;
    int m_weight = 0;
};

}  // namespace zeropoint::ui
