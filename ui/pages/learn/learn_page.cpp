// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/learn/learn_page.h"

#include "ui/actions/actions.h"
#include "ui/controls/how_known.h"
#include "ui/controls/save_dialog.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/whole_label.h"
#include "ui/pages/learn/course_list.h"
#include "ui/pages/learn/learn_rules.h"
#include "ui/pages/learn/lesson_overview.h"
#include "ui/pages/learn/look_up_card.h"
#include "ui/pages/learn/printing_bar.h"
#include "ui/state/course_state.h"
#include "ui/state/interview/interview.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr int listFromWidth = 1000;
constexpr int searchWidth = 240;
constexpr int lookUpWidth = 300;

}  // namespace

LearnPage::LearnPage(Workbench& bench, QWidget* parent)
    : Page(parent),
      m_bench(bench),
      m_course(bench.course()),
      m_search(new QLineEdit),
      m_picker(new QComboBox),
      m_standing(new QLabel),
      m_list(new CourseList(m_course)),
      m_overview(new LessonOverview(m_course)),
      m_lookUp(new LookUpCard(m_course, bench.views().learn)),
      m_printing(new PrintingBar(bench)) {
    m_pickerRow = buildPickerRow();
    m_lookUp->setMinimumWidth(lookUpWidth);
    auto* body = new QHBoxLayout;
    body->setSpacing(16);
    body->addWidget(m_list);
    body->addWidget(m_overview, 3);
    body->addWidget(m_lookUp, 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(12);
    column->addWidget(buildHeader());
    column->addWidget(m_printing);
    column->addWidget(m_pickerRow);
    column->addLayout(body, 1);
    connect(m_list, &CourseList::chosen, this, &LearnPage::chooseLesson);
    connect(m_list, &CourseList::handoutRequested, this, &LearnPage::printCourse);
    connect(m_overview, &LessonOverview::handoutRequested, this, &LearnPage::chooseHandout);
    connect(m_list, &CourseList::folderRequested, this, &LearnPage::chooseFolder);
    connect(m_list, &CourseList::forgetRequested, this, &LearnPage::forgetFolder);
    connect(m_picker, &QComboBox::activated, this,
            [this](int index) { chooseLesson(m_picker->itemData(index).toString()); });
    connect(m_lookUp, &LookUpCard::cardChosen, this, [this](const QString& card) {
        emit pageRequested(QStringLiteral("interview"));  // which reads the decks
        m_bench.interview().ask(card);
    });
    connect(&m_course, &CourseState::courseChanged, this, &LearnPage::fillPicker);
    connect(m_list, &CourseList::standingChanged, m_standing, &QLabel::setText);
    connect(&m_course, &CourseState::progressChanged, this, &Page::summaryChanged);
    connect(&bench.views().learn, &ViewStateSignals::changed, this, &LearnPage::follow);
    m_standing->setText(m_list->standing());
    fillPicker();
}

/// What the list tells and does beside its lessons, in one line.
QWidget* LearnPage::buildPickerRow() {
    m_picker->setObjectName(QStringLiteral("lesson_picker"));
    m_picker->setAccessibleName(tr("Lesson"));
    m_standing->setObjectName(QStringLiteral("course_standing"));
    m_standing->setProperty("role", "secondary");
    setHowKnown(m_standing, QStringLiteral("learn.progress"));
    auto* pickerRow = new QWidget;
    auto* row = new QHBoxLayout(pickerRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_picker, 1);
    row->addWidget(m_standing);
    row->addWidget(buildMenu());
    return pickerRow;
}

QToolButton* LearnPage::buildMenu() {
    auto* button = new QToolButton;
    button->setProperty("role", "button");
    button->setText(tr("Course"));
    button->setObjectName(QStringLiteral("course_menu"));
    button->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(button);
    const Actions& actions = Actions::of(m_bench);
    for (const char* name : {"learn.print", "learn.folder", "learn.forget_folder"}) {
        menu->addAction(actions.menuAction(QLatin1String(name)));
    }
    button->setMenu(menu);
    return button;
}

QWidget* LearnPage::buildHeader() {
    auto* header = new QWidget;
    auto* title = new QLabel(tr("Learn"));
    title->setProperty("role", "pageTitle");
    auto* subtitle =
        new WholeLabel(tr("Each lesson runs on the real pages: you predict first, then you see."));
    subtitle->setProperty("role", "secondary");
    m_search->setObjectName(QStringLiteral("learn_search"));
    m_search->setAccessibleName(tr("Find a term, a step or a card"));
    m_search->setPlaceholderText(tr("Find a term, a step or a card"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(searchWidth);
    bindSetting(m_search, m_bench.settings(), QStringLiteral("learn.search"));
    auto* down = new QShortcut(Qt::Key_Down, m_search, nullptr, nullptr, Qt::WidgetShortcut);
    connect(down, &QShortcut::activated, m_lookUp, &LookUpCard::takeFocus);
    connect(m_search, &QLineEdit::returnPressed, m_lookUp, &LookUpCard::takeFocus);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(title);
    row->addWidget(subtitle, 1);
    row->addWidget(m_search);
    return header;
}

void LearnPage::fillPicker() {
    m_picker->clear();
    for (const course::Lesson& lesson : m_course.course().lessons) {
        m_picker->addItem(QStringLiteral("%1  %2")
                              .arg(lesson.number)
                              .arg(QString::fromStdString(lesson.title.text)),
                          QString::fromStdString(lesson.id));
    }
    follow();
}

void LearnPage::follow() {
    const LearnView& view = m_bench.views().learn.get();
    QString lesson = view.lesson;
    const auto& lessons = m_course.course().lessons;
    if (m_course.course().lesson(lesson.toStdString()) == nullptr && !lessons.empty()) {
        lesson = QString::fromStdString(lessons.front().id);
    }
    m_list->setCurrent(lesson);
    m_picker->setCurrentIndex(m_picker->findData(lesson));
    m_overview->setLesson(lesson);
}

void LearnPage::chooseLesson(const QString& id) {
    LearnView view = m_bench.views().learn.get();
    view.lesson = id;
    view.step.clear();
    m_bench.views().learn.set(view);
    follow();
}

/// Of one lesson; empty: of the whole course.
void LearnPage::chooseHandout(const QString& lesson) {
    QFileDialog* dialog = saveDialog(this, QStringLiteral("handout_dialog"),
                                     tr("Print as a handout"), tr("PDF (*.pdf)"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, lesson](const QString& path) { m_printing->print(lesson, path); });
    dialog->open();
}

void LearnPage::printCourse() {
    chooseHandout({});
}

void LearnPage::forgetFolder() {
    if (m_course.folder().isEmpty()) {
        m_bench.report({ErrorCode::InvalidArgument, "There are no lessons of your own",
                        "no folder is read", "Choose one by \"Read lessons of your own\""});
    }
    m_course.setFolder({});
}

void LearnPage::chooseFolder() {
    auto* dialog = new QFileDialog(this, tr("Folder with your own lessons"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("lessons_dialog"));
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, &m_course, &CourseState::setFolder);
    dialog->open();
}

CoachText LearnPage::coachText() const {
    return learnCoach(m_course);
}

QStringList LearnPage::statusTexts() const {
    return {tr("Progress is kept on this computer only")};
}

void LearnPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    const bool wide = width() >= listFromWidth;
    m_list->setVisible(wide);
    m_pickerRow->setVisible(!wide);
}

void LearnPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    follow();
}

}  // namespace zeropoint::ui
