// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace zeropoint::ui {

struct CardAttempt;

/// "They may ask next": questions that open their answers.
class FollowUpsCard : public QFrame {
    Q_OBJECT

public:
    explicit FollowUpsCard(QWidget* parent = nullptr);

    /// Takes no room where there are none, and while the answer is hidden.
    void show(const CardAttempt* attempt);

private:
    QVBoxLayout* m_lines;
};

}  // namespace zeropoint::ui
