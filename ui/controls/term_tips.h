// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QHelpEvent;
class QPoint;
class QWidget;

namespace zeropoint::course {
struct Term;
}

namespace zeropoint::ui {

class CourseState;

/// The term that a widget's words stand for, where they are shorter than any of its names
/// ("Clipping" beside a figure), or that they only sound like: the id of an entry of the glossary,
/// or "none".
void setTerm(QWidget* widget, const QString& id);

/// Explains the glossary's terms wherever a page says one: under the pointer, below what the widget
/// has to tell by itself, and on Shift+F1 where no figure answers (HowKnown). F1 shows both of what
/// has the focus. Installed on the application, before HowKnown.
class TermTips : public QObject {
    Q_OBJECT

public:
    TermTips(CourseState& course, QObject* parent);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const course::Term* termAt(const QWidget* widget, const QPoint& at) const;
    QString entryText(const course::Term* term) const;
    bool showTip(QWidget* widget, const QHelpEvent& event) const;
    bool showEntry(QWidget* widget, const course::Term* term) const;
    void showHelp(QWidget* focus) const;

    CourseState& m_course;
};

}  // namespace zeropoint::ui
