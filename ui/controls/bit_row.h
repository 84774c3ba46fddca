// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QStringList>
#include <QWidget>

#include <vector>

namespace zeropoint::ui {

struct BitColor;
struct DataColor;
struct Theme;

/// Neighbouring bits that mean one thing together.
struct BitGroup {
    enum class Kind { Sign, Exponent, Mantissa, Index };
    Kind kind = Kind::Mantissa;
    int count = 0;
    QString title = {};  ///< above the cells of the large size: "Exponent = 11"
};

/// The bits of one number, most significant first, to look at and to flip: click one, drag over
/// several, or move with the arrow keys and press Space. It shows what it is told: a flip is a
/// signal, and the owner answers with setBits(). Every bit is a child for screen readers.
class BitRow : public QWidget {
    Q_OBJECT

public:
    enum class Size {
        Small,  ///< 13 x 20 cells of a table row
        Large,  ///< 26 x 32 cells with group titles above and weights below
    };

    explicit BitRow(Size size, QWidget* parent = nullptr);

    /// Layout of the cells; resets all bits to 0 when the number of bits changes.
    void setGroups(const std::vector<BitGroup>& groups);
    /// One '0' or '1' per bit.
    void setBits(const QString& bits);
    /// What each bit counts ("2⁻³"): below large cells, in tool tips and for screen readers.
    void setWeights(const QStringList& weights);

    int bitCount() const { return static_cast<int>(m_bits.size()); }
    bool bit(int fromMsb) const { return m_bits.at(fromMsb) == QLatin1Char('1'); }
    const QString& bits() const { return m_bits; }
    int currentBit() const { return m_current; }
    void setCurrentBit(int fromMsb);
    QRect cellRect(int fromMsb) const { return m_cells.at(static_cast<std::size_t>(fromMsb)); }
    /// The bit under a point, -1 between cells.
    int bitAt(const QPoint& point) const;
    /// "mantissa bit 3, weight 2⁻³"
    QString bitName(int fromMsb) const;
    /// Flips as a user does.
    void toggle(int fromMsb);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void gestureStarted();  ///< a click, key or drag begins: its flips are one step of undo
    void bitToggled(int fromMsb);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void layOut(int width);
    std::size_t groupOf(int fromMsb) const;
    void paintCell(QPainter& painter, int fromMsb, const Theme& theme) const;
    void paintTitles(QPainter& painter, const Theme& theme) const;
    void paintWeights(QPainter& painter, const Theme& theme) const;

    Size m_size;
    std::vector<BitGroup> m_groups;
    std::vector<QRect> m_cells;
    QString m_bits;
    QStringList m_weights;
    int m_current = 0;
    int m_hovered = -1;
    bool m_paintOnes = false;  ///< what the drag in progress sets
    int m_height = 0;
};

}  // namespace zeropoint::ui
