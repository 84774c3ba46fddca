// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QPushButton;

namespace zeropoint::ui {

/// Values worth trying, one click each; the one that is shown is marked.
class ExampleButtons : public QWidget {
    Q_OBJECT

public:
    explicit ExampleButtons(QWidget* parent = nullptr);

    void setValue(double value);

signals:
    void picked(double value);

private:
    std::vector<QPushButton*> m_buttons;
};

}  // namespace zeropoint::ui
