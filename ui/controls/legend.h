// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
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
    enum class Mark { Dot, Block, Square, Hatch, Line };
    struct Entry {
        Mark mark = Mark::Square;
        /// Which colour of the theme; asked at every painting, so that a switch shows at once.
        std::function<QColor(const Theme&)> color;
        QString text;
    };

    explicit Legend(QWidget* parent = nullptr);

    void setEntries(std::vector<Entry> entries);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, 16}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Entry> m_entries;
};

}  // namespace zeropoint::ui
