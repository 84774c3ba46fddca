// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace zeropoint::ui {

/// A lesson in the list: its number in a ring that fills as steps are done, a tick when all are.
class LessonRow : public QAbstractButton {
    Q_OBJECT

public:
    LessonRow(int number, const QString& title, QWidget* parent = nullptr);
    /// `state` in words: "done", "step 3 of 10", "25 min".
    void setProgress(double share, const QString& state);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_number;
    double m_share = 0;
    QString m_state;
};

}  // namespace zeropoint::ui
