// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace zeropoint::ui {

/// Settings side by side as horizontal bars: a name, a bar, a figure and a dim detail behind it.
/// The best one carries the word beside its figure.
class BarList : public QWidget {
    Q_OBJECT

public:
    struct Bar {
        QString name;
        double value = 0;
        QString figure;
        QString detail;
        QString tip;
        bool best = false;
    };

    explicit BarList(QWidget* parent = nullptr);

    void setBars(std::vector<Bar> bars);
    const std::vector<Bar>& bars() const { return m_bars; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    double rowHeight() const;

    std::vector<Bar> m_bars;
};

}  // namespace zeropoint::ui
