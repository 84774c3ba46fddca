// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace zeropoint::ui {

struct CardAttempt;

/// What a good answer holds, to tick; only once the answer is revealed.
class RubricCard : public QFrame {
    Q_OBJECT

public:
    explicit RubricCard(QWidget* parent = nullptr);

    void show(const CardAttempt* attempt);
    /// The points alone, after a tick.
    void refreshPoints(const CardAttempt& attempt);

signals:
    void ticked(int line, bool on);

private:
    QWidget* buildLine(const CardAttempt& attempt, int index);

    QLabel* m_points;
    QLabel* m_closed;
    QVBoxLayout* m_lines;
};

}  // namespace zeropoint::ui
