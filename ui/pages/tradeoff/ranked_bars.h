// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace zeropoint::ui {

/// Horizontal bars with a name before and a figure behind each, the longest first.
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

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Bar> m_bars;
};

}  // namespace zeropoint::ui
