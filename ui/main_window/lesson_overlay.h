// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QRect>

class QTimer;
class QWidget;

namespace zeropoint::ui {

class CourseState;
class Guide;
class LessonCard;

/// Holds the lesson's card over the window while a step runs, beside the place that it is about.
/// What lies under the dim takes no clicks until the step's question is answered, unless moving it
/// is the answer.
class LessonOverlay : public QObject {
    Q_OBJECT

public:
    LessonOverlay(QWidget& window, Guide& guide, CourseState& course);

    /// The widget that the step points at; null: none.
    void setTarget(QWidget* target);
    /// Null before the first step.
    LessonCard* card() const { return m_card; }
    /// The page takes no clicks and no single keys.
    bool blocking() const { return m_blocking; }

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();
    void place();
    void block();

    QWidget& m_window;
    Guide& m_guide;
    CourseState& m_course;
    LessonCard* m_card = nullptr;
    QPointer<QWidget> m_target;
    bool m_blocking = false;
    QTimer* m_follow;
    QRect m_free;  ///< of the window, that the card leaves free
};

}  // namespace zeropoint::ui
