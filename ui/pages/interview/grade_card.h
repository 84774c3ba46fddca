// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/repetition.h"

#include <QFrame>

#include <vector>

class QLabel;
class QPushButton;

namespace zeropoint::ui {

class Interview;

/// "Show this card again in": the four grades and when the card would come back after each.
class GradeCard : public QFrame {
    Q_OBJECT

public:
    explicit GradeCard(Interview& interview, QWidget* parent = nullptr);

    void refresh();

private:
    Interview& m_interview;
    QLabel* m_hint;
    std::vector<QPushButton*> m_buttons;
};

}  // namespace zeropoint::ui
