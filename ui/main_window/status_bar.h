// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

class QLabel;

namespace zeropoint::ui {

class Workbench;

/// The line at the bottom: the jobs that run, each with Cancel, and what the page says of itself.
class StatusBar : public QFrame {
    Q_OBJECT

public:
    explicit StatusBar(Workbench& bench, QWidget* parent = nullptr);
    void setTexts(const QStringList& texts);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showWhole();

    QLabel* m_texts;
    QStringList m_all;
};

}  // namespace zeropoint::ui
