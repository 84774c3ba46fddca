// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace zeropoint::ui {

/// One error in its two parts on a 10 px bar: clipping hatched, rounding solid.
class SplitBar : public QWidget {
    Q_OBJECT

public:
    explicit SplitBar(QWidget* parent = nullptr);

    /// Both at least 0; an all-zero error draws an empty groove.
    void setParts(double clipping, double rounding);

    QSize sizeHint() const override { return {120, 10}; }
    QSize minimumSizeHint() const override { return {40, 10}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_clipping = 0;
    double m_rounding = 0;
};

}  // namespace zeropoint::ui
