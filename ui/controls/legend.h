// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPainterPath>
#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

namespace zeropoint::ui {

struct Theme;

/// A line of marks with their meaning, for charts whose lines have no direct labels.
class Legend : public QWidget {
    Q_OBJECT

public:
    enum class Mark { Dot, Block, Square, Hatch, Line, Shape };
    struct Entry {
        Mark mark = Mark::Square;
        /// Which colour of the theme; asked at every painting, so that a switch shows at once.
        std::function<QColor(const Theme&)> color;
        QString text;
        QPainterPath shape{};                           ///< Mark::Shape: around the origin
        std::function<QColor(const Theme&)> outline{};  ///< of the shape
    };

    explicit Legend(QWidget* parent = nullptr);

    void setEntries(std::vector<Entry> entries);

    QSize sizeHint() const override;
    /// What does not fit beside the rest stands in a further line; an entry that is wider than all
    /// of them is elided, and the tooltip has it whole.
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    std::vector<QPoint> places() const;
    void fit();

    std::vector<Entry> m_entries;
};

}  // namespace zeropoint::ui
