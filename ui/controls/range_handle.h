// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace zeropoint::ui {

/// A value on a horizontal axis that the hand moves: a vertical line with a grip and a flag above
/// (an end of a range) or a diamond on the axis (a sample). It lies over a plot, which gives it
/// its place and turns its movements into values. Mouse, arrow keys (Shift: ten steps), Home, End.
class RangeHandle : public QWidget {
    Q_OBJECT

public:
    enum class Look { RangeEnd, Sample };

    RangeHandle(Look look, const QString& name, QWidget* parent);

    /// Places the line at x (in the parent's pixels), from top to bottom.
    void place(double x, int top, int bottom);
    double position() const { return m_x; }
    void setValueText(const QString& text);
    /// One sentence more in its tip: what else moves with it.
    void setHint(const QString& hint);
    /// Moves the flag to the side of the line, in pixels: beside the flag of a near handle.
    void setFlagShift(double pixels);
    int flagWidth() const;
    int labelWidth() const;  ///< of a sample
    bool dragging() const { return m_dragging; }

signals:
    void dragged(double x);  ///< wanted x in the parent's pixels
    void dragFinished();
    void stepped(int steps);
    void wentToEnd(bool last);
    void editRequested();
    void optimumRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    bool hits(const QPointF& point) const;
    QRectF flag() const;
    QRectF sampleLabel() const;
    /// Presses elsewhere go to what lies below: another handle, the plot.
    void updateReach();
    void paintRangeEnd(QPainter& painter) const;
    void paintSample(QPainter& painter) const;

    Look m_look;
    QString m_name;
    QString m_tip;
    QString m_text;
    double m_x = 0;
    double m_grabOffset = 0;
    double m_flagShift = 0;
    bool m_dragging = false;
};

}  // namespace zeropoint::ui
