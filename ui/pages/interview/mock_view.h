// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTextDocument;
class QTimer;

namespace zeropoint::ui {

class MockInterview;
class QuestionCard;
class RubricCard;
class Workbench;

/// The mock interview: its beginning, its questions, their marking, and the summary to print.
class MockView : public QWidget {
    Q_OBJECT

public:
    explicit MockView(Workbench& bench, QWidget* parent = nullptr);

    MockInterview& mock() { return *m_mock; }
    void setNarrow(bool narrow);
    void savePdf(const QString& file);

private:
    QWidget* buildBeginning();
    QWidget* buildQuestions();
    QWidget* buildSummary();
    void refresh();
    void showClock();
    void follow(const QString& link);
    void choosePdf();
    void print();
    void fill(QTextDocument& document) const;

    Workbench& m_bench;
    MockInterview* m_mock;
    QStackedWidget* m_stack;
    QLabel* m_weak;
    QPushButton* m_begin;
    QuestionCard* m_question;
    QPushButton* m_back = nullptr;
    QPushButton* m_next = nullptr;
    QPushButton* m_finish = nullptr;
    RubricCard* m_rubric;
    QLabel* m_summary;
    QTimer* m_second;
    int m_asked = -1;  ///< the question that was shown last, from 0
};

}  // namespace zeropoint::ui
