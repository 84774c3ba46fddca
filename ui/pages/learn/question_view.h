// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace zeropoint::ui {

class CourseState;
class MarkdownLabel;

/// The question of the running step: predict first, then reveal. What was answered is met with the
/// reason for that answer.
class QuestionView : public QFrame {
    Q_OBJECT

public:
    explicit QuestionView(CourseState& course, QWidget* parent = nullptr);

    /// Asks the running step's question; takes no room where there is none.
    void refresh();
    /// Reveals the answer where one is chosen; false: there is nothing to reveal.
    bool reveal();
    /// Where Tab stops in it: the answers, then the buttons.
    QList<QWidget*> stops() const;
    /// Where the answer begins once it is revealed.
    const QWidget* verdict() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void linkActivated(const QString& link);
    /// The settings that solve a "drag it until".
    void solutionRequested();

private:
    void clear();
    void buildNumber();
    void buildChoice();
    void buildOrder();
    void buildUntil();
    void moveOption(int by);
    void refreshButtons();
    void showVerdict();
    void markOptions();
    QString verdictText() const;
    QString optionText(const std::string& id) const;
    QString given() const;
    std::optional<double> givenNumber() const;
    QStringList shownOrder() const;

    CourseState& m_course;
    MarkdownLabel* m_prompt;
    QVBoxLayout* m_answers;  ///< what the question's kind needs
    QPushButton* m_reveal;
    QLabel* m_hint;
    QLabel* m_verdict;
    MarkdownLabel* m_reason;
    MarkdownLabel* m_explanation;
    QPushButton* m_solve;
    QLineEdit* m_number = nullptr;
    QListWidget* m_order = nullptr;
    QPushButton* m_up = nullptr;  ///< of the order, as the next
    QPushButton* m_down = nullptr;
    QList<QRadioButton*> m_options;
};

}  // namespace zeropoint::ui
