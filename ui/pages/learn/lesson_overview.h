// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/lesson.h"

#include <QFrame>

#include <string>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace zeropoint::ui {

class ArrowGroup;
class CourseState;
class MarkdownLabel;

/// What a lesson is about, its steps, and the way into it.
class LessonOverview : public QFrame {
    Q_OBJECT

public:
    explicit LessonOverview(CourseState& course, QWidget* parent = nullptr);
    void setLesson(const QString& id);

signals:
    /// On paper, by its id.
    void handoutRequested(const QString& lesson);

private:
    void buildOwn();
    void connectButtons();
    void refresh();
    void refreshSteps(const std::vector<std::string>& done);
    void addCards(const course::Lesson& lesson);
    void refreshNotes();

    CourseState& m_course;
    QString m_lesson;
    QLabel* m_caption;
    QLabel* m_title;
    MarkdownLabel* m_summary;
    QVBoxLayout* m_steps;
    ArrowGroup* m_stepKeys;
    ArrowGroup* m_cardKeys;
    QPushButton* m_begin;
    QPushButton* m_again;
    QFrame* m_own;
    QLabel* m_problems;
};

}  // namespace zeropoint::ui
