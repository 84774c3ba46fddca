// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/numbers/facts/row_facts.h"

#include <QWidget>

namespace zeropoint::ui {

class BitRow;
class RowPainter;

/// Where the table's columns begin, in pixels; 0 wide columns are not shown.
struct FormatColumns {
    int padding = 16;
    int name = 84;
    int bits = 468;
    int stored = 158;
    int error = 142;
    int step = 84;
    int range = 78;
    bool errorBar = true;

    /// The widest arrangement that `width` pixels hold, with names whole if there is room beside
    /// the bits of the longest format.
    static FormatColumns forWidth(int width, int longestName, int neededBits);
    int storedLeft() const { return padding + name + bits; }
    int errorLeft() const { return storedLeft() + stored; }
    int stepLeft() const { return errorLeft() + error; }
    int rangeLeft() const { return stepLeft() + step; }
};

/// One row of the table: name, clickable bits, and the figures of what the format makes of the
/// value.
class FormatRow : public QWidget {
    Q_OBJECT

public:
    explicit FormatRow(const NumberFormat& format, QWidget* parent = nullptr);

    const NumberFormat& format() const { return m_format; }
    BitRow* bits() const { return m_bits; }
    const RowFacts& facts() const { return m_facts; }
    int nameWidth() const;
    /// Of the column of bits, so that the bits and the note beside them are whole.
    int neededBits() const;

    void show(const RowFacts& facts);
    void setColumns(const FormatColumns& columns);
    /// The selected row is the one that Tab reaches.
    void setSelected(bool selected);

    QSize sizeHint() const override { return {600, 32}; }

signals:
    void selected();
    void gestureStarted();
    void bitToggled(int fromMsb);
    void moved(int rows);  ///< Up (-1) or Down (+1) while the bits have the keyboard

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void placeBits();
    bool hasNote() const;
    void paintRange(QPainter& painter) const;
    QString fittingNumber(const QFont& font, int room) const;
    void paintStored(RowPainter& row) const;
    void paintError(RowPainter& row) const;

    const NumberFormat& m_format;
    BitRow* m_bits;
    RowFacts m_facts;
    FormatColumns m_columns;
    bool m_selected = false;
};

}  // namespace zeropoint::ui
