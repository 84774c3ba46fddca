// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace zeropoint::ui {

class MarkdownLabel;
struct CardAttempt;

/// One card: its question, the clock, the answer in own words, and behind "Reveal" the model
/// answer. What its buttons do is up to whoever shows it.
class QuestionCard : public QFrame {
    Q_OBJECT

public:
    explicit QuestionCard(QWidget* parent = nullptr);

    void show(const CardAttempt& attempt, const QString& place);
    /// Keys go to the answer.
    void focusAnswer();
    /// Of the seconds that the card has: how many are gone.
    void setSeconds(double spent, double of, bool stopped);
    /// The first one stands at the left, the others at the right.
    QPushButton* addButton(const QString& name, const QString& text, bool primary = false);
    /// What stands beside the first button, "opens Calibrate".
    void setHint(const QString& text);

signals:
    void answerEdited(const QString& text);
    void givenEdited(const QString& text);

private:
    QWidget* buildContent();
    QWidget* buildHead();
    QWidget* buildClock();
    QWidget* buildGiven();
    QWidget* buildVerdict();
    QWidget* buildModel();
    void showGiven(const CardAttempt& attempt);
    void showVerdict(const CardAttempt& attempt);

    QHBoxLayout* m_tags;
    QLabel* m_place;
    MarkdownLabel* m_question;
    QLabel* m_time;
    QLabel* m_limit;
    QProgressBar* m_clock;
    QLabel* m_stopped;
    QPlainTextEdit* m_answer;
    QWidget* m_given = nullptr;
    QLineEdit* m_number;
    QLabel* m_unit;
    QVBoxLayout* m_choices;
    QButtonGroup* m_group = nullptr;
    QWidget* m_verdictBox = nullptr;
    QLabel* m_verdict;
    MarkdownLabel* m_reason;
    QWidget* m_model = nullptr;
    MarkdownLabel* m_modelAnswer;
    QHBoxLayout* m_buttons;
    QLabel* m_hint;
};

}  // namespace zeropoint::ui
