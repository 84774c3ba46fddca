// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTimer;

namespace zeropoint::ui {

class FollowUpsCard;
class GradeCard;
class Interview;
class Notice;
class QuestionCard;
class RubricCard;
class Workbench;

/// The cards of the day: decks at the left, the question, and how it is marked.
class CardsView : public QWidget {
    Q_OBJECT

public:
    explicit CardsView(Workbench& bench, QWidget* parent = nullptr);

    void showInWorkbench();
    void setNarrow(bool narrow);

signals:
    void pageRequested(const QString& page);

private:
    QWidget* buildDecks();
    QWidget* buildQuestion();
    QWidget* buildEmpty();
    QWidget* buildMarking();
    void showAttempt();
    void showEmpty();
    void showMarking();
    void showClock();
    void countSecond();

    Workbench& m_bench;
    Interview& m_interview;
    QLabel* m_due;
    QStackedWidget* m_stack;
    QuestionCard* m_question;
    QPushButton* m_show = nullptr;
    QPushButton* m_reveal = nullptr;
    QLabel* m_emptyTitle;
    QLabel* m_emptyText;
    QPushButton* m_practise;
    RubricCard* m_rubric;
    GradeCard* m_grade;
    FollowUpsCard* m_followUps;
    QWidget* m_decks = nullptr;
    QWidget* m_marking = nullptr;
    QBoxLayout* m_work = nullptr;
    QTimer* m_second;
    bool m_narrow = false;
};

}  // namespace zeropoint::ui
