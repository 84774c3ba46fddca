// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace zeropoint::ui {

/// Lines that explain a widget, right below it. The next click closes it, and it ends with that.
class ExplainingPopup : public QFrame {
    Q_OBJECT

public:
    ExplainingPopup(QWidget* widget, const char* name, int width);

    /// @param role as the style sheet has it
    void addLine(const QString& text, const char* role, const char* name = "");
    void addGap(int pixels);
    /// Once all lines are in it.
    void open();

private:
    QVBoxLayout* m_column;
};

}  // namespace zeropoint::ui
