// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/access/access.h"

#include <QString>
#include <QWidget>

#include <vector>

class QScrollArea;

namespace zeropoint::ui {

class Highlight;

/// Horizontal bars with a name before and a figure behind each, the longest first. One can be
/// chosen, by a click or by the arrow keys.
class RankedBars : public QWidget {
    Q_OBJECT

public:
    struct Bar {
        QString name;
        double value = 0;
        QString text;
    };

    explicit RankedBars(QWidget* parent = nullptr);

    void setBars(std::vector<Bar> bars);
    const std::vector<Bar>& bars() const { return m_bars; }
    /// Marks the bar of a name; empty: none.
    void setHighlight(const QString& name);
    const QString& highlight() const { return m_highlight; }
    /// The bars are layers: they show which one is pointed at, and tell that and which is chosen.
    void follow(Highlight& highlight);
    void setCurrent(const QString& name);
    const QString& current() const { return m_current; }
    /// The middle of a bar; above the first one where there is none of that name.
    QPoint pointOf(const QString& name) const;

signals:
    void hovered(const QString& name);  ///< empty: none
    void chosen(const QString& name);
    void currentMoved();  ///< another bar is current, or it stands elsewhere

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    std::vector<AccessItem> accessItems() const;
    QString nameAt(const QPointF& position) const;
    int indexOf(const QString& name) const;
    void choose(const QString& name);

    std::vector<Bar> m_bars;
    QString m_highlight;
    QString m_current;
};

/// The bars in an area of its own that scrolls, from its top, and follows the current bar.
QScrollArea* scrollAreaOf(RankedBars* bars);

}  // namespace zeropoint::ui
