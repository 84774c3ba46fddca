// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quantization/block_sample.h"
#include "ui/controls/table_dialog.h"

#include <QWidget>

#include <vector>

namespace zeropoint::ui {

/// The bytes of a block as bits, coloured by the field that they belong to; the bits of one
/// weight stand out. Hovering over a bit tells whose it is.
class BlockBytes : public QWidget {
    Q_OBJECT

public:
    explicit BlockBytes(QWidget* parent = nullptr);

    void show(const BlockSample& sample);
    /// The weight whose bits stand out, -1 for none.
    void setWeight(int index);

    /// Where a bit is drawn; bit 0 is the lowest of byte 0, as in BlockBits.
    QRectF bitRect(int bit) const;

    /// The figures that are drawn.
    TableContent table() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {420, sizeHint().height()}; }

signals:
    void weightHovered(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    int bytesPerLine() const;
    QRectF byteRect(int byte) const;
    BlockRole roleOf(int byte) const;
    void findOwners();

    BlockSample m_sample;
    std::vector<int> m_owner;        ///< per bit: the weight whose code it holds, -1 when shared
    std::vector<bool> m_emphasized;  ///< per bit
    int m_weight = -1;
};

}  // namespace zeropoint::ui
