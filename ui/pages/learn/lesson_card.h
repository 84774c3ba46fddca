// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QFrame>
#include <QList>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace zeropoint::ui {

class CourseState;
class MarkdownLabel;
class QuestionView;
class StepBar;

/// The running step of a lesson, to stand over the live page: its words, its question, and the way
/// on.
class LessonCard : public QFrame {
    Q_OBJECT

public:
    explicit LessonCard(CourseState& course, QWidget* parent = nullptr);

    /// As high as its words need, at most `most`; the width is fixed.
    QSize sizeFor(int mostHeight);
    void setNarrow(bool narrow);
    /// Gives the focus to the answer that is asked for, or to the way on.
    void focusAnswer();

signals:
    /// Its words changed, and with them its height.
    void resized();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildContent();
    QWidget* buildExplain();
    QLayout* buildFooter();
    void refresh();
    void refreshExplain();
    void refreshButtons();
    void showModel();
    void addTick(const QString& line);
    QString cardLinks() const;
    void goOn();
    void keepWords();
    void orderStops();
    void follow(const QString& link);
    void bring(const QWidget* part);
    void solve();

    CourseState& m_course;
    QLabel* m_caption;
    QLabel* m_title;
    StepBar* m_bar;
    MarkdownLabel* m_text;
    QuestionView* m_question;
    MarkdownLabel* m_rule;
    MarkdownLabel* m_try;
    QWidget* m_explain = nullptr;
    QPlainTextEdit* m_words = nullptr;
    QPushButton* m_compare = nullptr;
    MarkdownLabel* m_model = nullptr;
    MarkdownLabel* m_cards = nullptr;
    QVBoxLayout* m_rubric = nullptr;
    QList<QCheckBox*> m_ticks;
    QScrollArea* m_scroll;
    QPushButton* m_back;
    QPushButton* m_next;
    QPushButton* m_leave = nullptr;
    QPushButton* m_own = nullptr;
    QWidget* m_content = nullptr;
};

}  // namespace zeropoint::ui
