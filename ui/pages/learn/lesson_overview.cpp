// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/learn/lesson_overview.h"

#include "ui/actions/button_action.h"
#include "ui/controls/anchor.h"
#include "ui/controls/arrow_group.h"
#include "ui/controls/discard.h"
#include "ui/controls/how_known.h"
#include "ui/controls/markdown_label.h"
#include "ui/controls/scrolled.h"
#include "ui/controls/tab_stop.h"
#include "ui/controls/wrapped_button.h"
#include "ui/pages/learn/card_title.h"
#include "ui/state/course_state.h"
#include "ui/text/shown_text.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int mostProblems = 4;
constexpr int captionGap = 12;  ///< above the cards

}  // namespace

LessonOverview::LessonOverview(CourseState& course, QWidget* parent)
    : QFrame(parent),
      m_course(course),
      m_caption(new QLabel),
      m_title(new QLabel),
      m_summary(new MarkdownLabel),
      m_steps(new QVBoxLayout),
      m_stepKeys(new ArrowGroup(this)),
      m_cardKeys(new ArrowGroup(this)),
      m_begin(new QPushButton),
      m_again(new QPushButton(tr("From the start"))),
      m_own(new QFrame),
      m_problems(new QLabel) {
    setProperty("role", "card");
    m_caption->setProperty("role", "caption");
    setHowKnown(m_caption, QStringLiteral("learn.progress"));
    m_title->setProperty("role", "question");
    m_title->setObjectName(QStringLiteral("overview_title"));
    m_title->setWordWrap(true);
    m_summary->setProperty("role", "lessonText");
    m_begin->setProperty("role", "primary");
    m_begin->setObjectName(QStringLiteral("overview_begin"));
    m_again->setObjectName(QStringLiteral("overview_again"));
    setAction(m_begin, QStringLiteral("learn.begin"));
    setAction(m_again, QStringLiteral("learn.begin_again"));
    m_problems->setProperty("role", "error");
    m_problems->setObjectName(QStringLiteral("overview_problems"));
    m_problems->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_begin);
    buttons->addWidget(m_again);
    buttons->addStretch();
    auto* print = new QPushButton(tr("Print…"));
    print->setObjectName(QStringLiteral("overview_print"));
    setAction(print, QStringLiteral("learn.print_lesson"));
    print->setToolTip(tr("This lesson as a handout (PDF)"));
    connect(print, &QPushButton::clicked, this, [this] { emit handoutRequested(m_lesson); });
    buttons->addWidget(print);
    m_steps->setSpacing(2);
    auto* steps = new QWidget;
    steps->setLayout(m_steps);
    auto* scroll = scrolled(steps);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(8);
    column->addWidget(m_caption);
    column->addWidget(m_title);
    column->addWidget(m_summary);
    column->addSpacing(4);
    column->addLayout(buttons);
    column->addWidget(m_own);
    column->addWidget(m_problems);
    column->addSpacing(8);
    column->addWidget(scroll, 1);
    buildOwn();
    connectButtons();
    connect(&course, &CourseState::courseChanged, this, &LessonOverview::refresh);
    connect(&course, &CourseState::progressChanged, this, &LessonOverview::refresh);
    connect(&course, &CourseState::stepChanged, this, &LessonOverview::refresh);
}

void LessonOverview::buildOwn() {
    m_own->setProperty("role", "inset");
    auto* note = new QLabel(tr("The pages still show what the lesson set."));
    note->setProperty("role", "secondary");
    note->setWordWrap(true);
    auto* own = new QPushButton(tr("Back to what I had"));
    own->setObjectName(QStringLiteral("overview_own"));
    setAction(own, QStringLiteral("learn.back_to_own"));
    auto* noteRow = new QHBoxLayout(m_own);
    noteRow->addWidget(note, 1);
    noteRow->addWidget(own);
    connect(own, &QPushButton::clicked, &m_course, &CourseState::backToOwn);
}

void LessonOverview::connectButtons() {
    connect(m_begin, &QPushButton::clicked, this, [this] { (void)m_course.begin(m_lesson); });
    connect(m_again, &QPushButton::clicked, this, [this] {
        const course::Lesson* lesson = m_course.course().lesson(m_lesson.toStdString());
        if (lesson != nullptr && !lesson->steps.empty()) {
            (void)m_course.begin(m_lesson, QString::fromStdString(lesson->steps.front().id));
        }
    });
}

void LessonOverview::setLesson(const QString& id) {
    m_lesson = id;
    refresh();
}

void LessonOverview::refresh() {
    refreshNotes();
    const course::Lesson* lesson = m_course.course().lesson(m_lesson.toStdString());
    for (QWidget* widget : {static_cast<QWidget*>(m_begin), static_cast<QWidget*>(m_again)}) {
        widget->setEnabled(lesson != nullptr);
    }
    if (lesson == nullptr) {
        m_caption->clear();
        m_title->setText(tr("Choose a lesson"));
        m_summary->setMarkdown({});
        refreshSteps({});
        return;
    }
    const course::LessonProgress* progress = m_course.progressOf(lesson->id);
    const auto done = progress != nullptr ? progress->done : std::vector<std::string>();
    const bool running = m_course.lesson() == lesson;
    const bool begun = running || (!done.empty() && done.size() < lesson->steps.size());
    m_caption->setText(tr("Lesson %1 · %2 min").arg(lesson->number).arg(lesson->minutes));
    m_title->setText(QString::fromStdString(lesson->title.text));
    m_summary->setMarkdown(m_course.text(lesson->summary));
    m_begin->setText(running ? tr("Back to the step")
                     : begun ? tr("Go on")
                             : tr("Start the lesson"));
    m_again->setVisible(begun);
    refreshSteps(done);
}

void LessonOverview::refreshSteps(const std::vector<std::string>& done) {
    while (QLayoutItem* item = m_steps->takeAt(0)) {
        if (item->widget() != nullptr) {
            discard(item->widget());
        }
        delete item;
    }
    const course::Lesson* lesson = m_course.course().lesson(m_lesson.toStdString());
    QList<QWidget*> buttons;
    for (std::size_t i = 0; lesson != nullptr && i < lesson->steps.size(); ++i) {
        const course::Step& step = lesson->steps[i];
        const bool isDone = std::find(done.begin(), done.end(), step.id) != done.end();
        const QString id = QString::fromStdString(step.id);
        auto* button = new WrappedButton(
            QStringLiteral("%1  %2").arg(isDone ? QStringLiteral("✓") : QString::number(i + 1),
                                         plainOfMarkdown(m_course.text(step.title))));
        button->setObjectName(QStringLiteral("overview_step_") + id);
        setChangedSetting(button, QStringLiteral("learn.step"));
        button->setProperty("role", "listItem");
        button->setAccessibleDescription(isDone ? tr("done") : QString());
        connect(button, &QPushButton::clicked, this,
                [this, id] { (void)m_course.begin(m_lesson, id); });
        m_steps->addWidget(button);
        buttons << button;
    }
    m_stepKeys->setMembers(buttons);
    if (lesson != nullptr) {
        addCards(*lesson);
    }
    m_steps->addStretch();
    stopsInPlace(*m_steps->parentWidget());
}

void LessonOverview::addCards(const course::Lesson& lesson) {
    const auto cards = m_course.cardsOf(lesson);
    if (cards.empty()) {
        return;
    }
    auto* caption = new QLabel(tr("Interview cards that it prepares"));
    caption->setProperty("role", "cardTitle");
    caption->setContentsMargins(0, captionGap, 0, 0);
    m_steps->addWidget(caption);
    QList<QWidget*> buttons;
    for (const course::Card* card : cards) {
        const QString id = QString::fromStdString(card->id);
        auto* button = new WrappedButton(cardTitle(*card));
        button->setObjectName(QStringLiteral("overview_card_") + id);
        setChangedSetting(button, QStringLiteral("interview.card"));
        button->setProperty("role", "listItem");
        connect(button, &QPushButton::clicked, this, [this, id] { m_course.askCard(id); });
        m_steps->addWidget(button);
        buttons << button;
    }
    m_cardKeys->setMembers(buttons);
}

void LessonOverview::refreshNotes() {
    m_own->setVisible(m_course.hasOwn() && m_course.step() == nullptr);
    QStringList lines;
    const auto& problems = m_course.problems();
    for (std::size_t i = 0; i < problems.size() && lines.size() < mostProblems; ++i) {
        lines << shownText(toString(problems[i]));
    }
    if (problems.size() > mostProblems) {
        lines << tr("and %n more", nullptr, int(problems.size()) - mostProblems);
    }
    m_problems->setVisible(!lines.isEmpty());
    m_problems->setText(lines.join(QLatin1Char('\n')));
}

}  // namespace zeropoint::ui
