// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace zeropoint::ui {

class CourseList;
class CourseState;
class LessonOverview;
class LookUpCard;
class PrintingBar;

/// The course: its lessons, the one that is chosen, and everything that can be looked up. The
/// lesson itself runs over the page that it is about.
class LearnPage : public Page {
    Q_OBJECT

public:
    explicit LearnPage(Workbench& bench, QWidget* parent = nullptr);

    CoachText coachText() const override;
    QStringList statusTexts() const override;

    /// Asks where to.
    void printCourse();
    void chooseFolder();
    void forgetFolder();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildHeader();
    QWidget* buildPickerRow();
    QToolButton* buildMenu();
    void follow();
    void fillPicker();
    void chooseLesson(const QString& id);
    void chooseHandout(const QString& lesson);

    Workbench& m_bench;
    CourseState& m_course;
    QLineEdit* m_search;
    QComboBox* m_picker;
    QLabel* m_standing;
    QWidget* m_pickerRow;  ///< in place of the list where there is no room
    CourseList* m_list;
    LessonOverview* m_overview;
    LookUpCard* m_lookUp;
    PrintingBar* m_printing;  ///< while a handout's pages are drawn
};

}  // namespace zeropoint::ui
