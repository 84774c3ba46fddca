// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace zeropoint::ui {

class CourseState;
class LessonRow;

/// The lessons and how far each has come.
class CourseList : public QFrame {
    Q_OBJECT

public:
    explicit CourseList(CourseState& course, QWidget* parent = nullptr);
    void setCurrent(const QString& lesson);
    /// How far the course has come, in one line.
    const QString& standing() const { return m_standing; }

signals:
    void chosen(const QString& lesson);
    void handoutRequested();
    void folderRequested();
    void forgetRequested();
    void standingChanged(const QString& standing);

private:
    QLayout* buildFoot();
    void rebuild();
    void refresh();

    CourseState& m_course;
    QLabel* m_count;
    QProgressBar* m_bar;
    QVBoxLayout* m_rows;
    QList<LessonRow*> m_lessons;
    QLabel* m_right;
    QLabel* m_left;
    QPushButton* m_forget = nullptr;  ///< there while a folder is read
    QString m_current;
    QString m_standing;
};

}  // namespace zeropoint::ui
