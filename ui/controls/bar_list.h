// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/access/access.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace zeropoint::ui {

/// Things side by side as horizontal bars: a name, a bar, a figure and, where there is room, a dim
/// detail. Where one can be chosen, a click or the arrow keys do it.
class BarList : public QWidget {
    Q_OBJECT

public:
    struct Bar {
        QString name;
        double value = 0;  ///< at least 0; the longest bar has the largest
        QString figure;
        QString detail{};
        QString tip{};
        bool best = false;  ///< stands out, with the word beside its figure
    };
    enum class Kind {
        Compared,  ///< a few, in the order that they are given in, as high as there is room
        Ranked,    ///< any number, the longest first; one can be chosen
    };

    explicit BarList(Kind kind, QWidget* parent = nullptr);

    void setBars(std::vector<Bar> bars);
    const std::vector<Bar>& bars() const { return m_bars; }
    /// Marks the bar of a name; empty: none.
    void setHighlight(const QString& name);
    const QString& highlight() const { return m_highlight; }
    void setCurrent(const QString& name);
    /// The chosen bar; none where something else is chosen.
    QString current() const;
    /// Null where there is none.
    const Bar* barAt(const QPoint& position) const;
    /// The middle of a bar; above the first one where there is none of that name.
    QPoint pointOf(const QString& name) const;
    double rowHeight() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void hovered(const QString& name);  ///< empty: none
    void chosen(const QString& name);
    void currentMoved();  ///< another bar is current, or it stands elsewhere

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Where the parts of a row stand.
    struct Columns {
        double names = 0;
        double bars = 0;
        double details = 0;
    };

    bool ranked() const { return m_kind == Kind::Ranked; }
    bool marked(const Bar& bar) const;
    Columns columns() const;
    void paintBar(QPainter& painter, const Bar& bar, const QRectF& row, const Columns& columns,
                  double share) const;
    std::vector<AccessItem> accessItems() const;
    int indexOf(const QString& name) const;
    void choose(const Bar* bar);

    Kind m_kind;
    std::vector<Bar> m_bars;
    QString m_highlight;
    QString m_current;
};

}  // namespace zeropoint::ui
