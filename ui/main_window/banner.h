// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <QFrame>

#include <functional>
#include <vector>

class QLabel;
class QTimer;
class QToolButton;

namespace zeropoint::ui {

/// What happened that somebody should know, over a lower corner of the page, with at most one thing
/// that can be done about it. News passes when it was there long enough to be read, but not from
/// under the pointer or the focus; a problem stays until it is dismissed. Screen readers speak it
/// when it comes.
class Banner : public QFrame {
    Q_OBJECT

public:
    explicit Banner(QWidget* parent = nullptr);

    /// News: nothing went wrong.
    void showText(const QString& text);
    /// Passes with what it is about: another tensor that came well answers it.
    void showError(const Error& error);
    void showProblems(const std::vector<Error>& problems);
    /// To what is shown: a button that does something about it and takes the banner away.
    void offer(const QString& action, const QString& tip, std::function<void()> act);
    /// Takes away what passes; what nobody would see again stays until it is dismissed.
    void pass();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Tone { News, Problem };

    void say(const QString& text, Tone tone, bool passes);
    void tintIcon();
    void wasRead();

    QLabel* m_icon;  ///< of a problem
    QLabel* m_text;
    QToolButton* m_offer;
    QTimer* m_reading;  ///< of news
    bool m_passes = false;
};

}  // namespace zeropoint::ui
