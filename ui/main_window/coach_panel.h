// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

#include <QFrame>

class QBoxLayout;
class QLabel;
class QPushButton;
class QRadioButton;
class QToolButton;
class QVBoxLayout;

namespace zeropoint::ui {

class FloatOver;

/// The collapsible panel at the right: what the numbers on the page mean, and a question to
/// predict before the answer is revealed.
class CoachPanel : public QFrame {
    Q_OBJECT

public:
    explicit CoachPanel(QWidget* parent = nullptr);
    void setText(const CoachText& text);
    /// Stands at the end of `row`; lies over the right end of `place` while it floats.
    void setHome(QBoxLayout* row, QWidget* place);
    void setFloating(bool floating);

signals:
    void closed();
    void tried(const QString& setting, const QJsonValue& value);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLayout* buildHeader();
    void buildQuestion();
    void buildNext();
    void rebuildOptions();
    void reveal();

    QBoxLayout* m_row = nullptr;
    FloatOver* m_float = nullptr;
    CoachText m_text;
    QToolButton* m_close;
    QLabel* m_body;
    QFrame* m_card;
    QLabel* m_question;
    QVBoxLayout* m_options;
    QList<QRadioButton*> m_buttons;
    QPushButton* m_reveal;
    QLabel* m_answer;
    QFrame* m_nextCard;
    QLabel* m_next;
    QPushButton* m_try;
};

}  // namespace zeropoint::ui
