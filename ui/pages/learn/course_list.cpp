// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/learn/course_list.h"

#include "ui/actions/button_action.h"
#include "ui/controls/anchor.h"
#include "ui/controls/how_known.h"
#include "ui/controls/scrolled.h"
#include "ui/pages/learn/lesson_row.h"
#include "ui/state/course_state.h"
#include "ui/theme/fonts.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr int columnWidth = 248;
constexpr int barParts = 1000;

QFrame* divider() {
    auto* line = new QFrame;
    line->setProperty("role", "divider");
    return line;
}

QPushButton* linkButton(const QString& text, const char* name) {
    auto* button = new QPushButton(text);
    button->setObjectName(QString::fromLatin1(name));
    button->setProperty("role", "link");
    return button;
}

QHBoxLayout* factRow(const QString& name, QLabel* value) {
    auto* caption = new QLabel(name);
    caption->setProperty("role", "secondary");
    value->setFont(monoFont(12));
    auto* row = new QHBoxLayout;
    row->addWidget(caption, 1);
    row->addWidget(value);
    return row;
}

}  // namespace

CourseList::CourseList(CourseState& course, QWidget* parent)
    : QFrame(parent),
      m_course(course),
      m_count(new QLabel),
      m_bar(new QProgressBar),
      m_rows(new QVBoxLayout),
      m_right(new QLabel),
      m_left(new QLabel) {
    setProperty("role", "card");
    setFixedWidth(columnWidth);
    auto* title = new QLabel(tr("Quantization course"));
    title->setProperty("role", "cardTitle");
    m_count->setFont(monoFont(12));
    m_count->setObjectName(QStringLiteral("course_count"));
    setHowKnown(m_count, QStringLiteral("learn.progress"));
    m_bar->setTextVisible(false);
    m_bar->setRange(0, barParts);
    m_bar->setAccessibleName(tr("Progress of the course"));
    auto* header = new QHBoxLayout;
    header->addWidget(title, 1);
    header->addWidget(m_count);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(16, 12, 16, 12);
    head->setSpacing(8);
    head->addLayout(header);
    head->addWidget(m_bar);
    m_rows->setSpacing(0);
    m_rows->setContentsMargins(0, 0, 0, 0);
    auto* rows = new QWidget;
    rows->setLayout(m_rows);
    auto* scroll = scrolled(rows);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(divider());
    column->addWidget(scroll, 1);
    column->addLayout(buildFoot());
    connect(&course, &CourseState::courseChanged, this, &CourseList::rebuild);
    connect(&course, &CourseState::progressChanged, this, &CourseList::refresh);
    rebuild();
}

QLayout* CourseList::buildFoot() {
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(16, 10, 16, 12);
    foot->setSpacing(6);
    foot->addLayout(factRow(tr("Right at once"), m_right));
    foot->addLayout(factRow(tr("Time left"), m_left));
    for (QLabel* fact : {m_right, m_left}) {
        setHowKnown(fact, QStringLiteral("learn.progress"));
    }
    auto* print = linkButton(tr("Print handout…"), "course_print");
    auto* folder = linkButton(tr("Your own lessons…"), "course_folder");
    setAction(print, QStringLiteral("learn.print"));
    setAction(folder, QStringLiteral("learn.folder"));
    foot->addWidget(print, 0, Qt::AlignLeft);
    foot->addWidget(folder, 0, Qt::AlignLeft);
    m_forget = linkButton(tr("Without them"), "course_forget");
    m_forget->setToolTip(tr("Takes the lessons of your folder out of the list; the files stay"));
    setAction(m_forget, QStringLiteral("learn.forget_folder"));
    foot->addWidget(m_forget, 0, Qt::AlignLeft);
    connect(print, &QPushButton::clicked, this, &CourseList::handoutRequested);
    connect(folder, &QPushButton::clicked, this, &CourseList::folderRequested);
    connect(m_forget, &QPushButton::clicked, this, &CourseList::forgetRequested);
    return foot;
}

void CourseList::rebuild() {
    qDeleteAll(m_lessons);
    m_lessons.clear();
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item;
    }
    for (const course::Lesson& lesson : m_course.course().lessons) {
        auto* row = new LessonRow(lesson.number, QString::fromStdString(lesson.title.text));
        const QString id = QString::fromStdString(lesson.id);
        setChangedSetting(row, QStringLiteral("learn.lesson"));
        row->setObjectName(QStringLiteral("lesson_row_") + id);
        row->setChecked(id == m_current);
        connect(row, &QAbstractButton::clicked, this, [this, id] { emit chosen(id); });
        m_lessons.append(row);
        m_rows->addWidget(row);
    }
    m_rows->addStretch();
    m_forget->setVisible(!m_course.folder().isEmpty());
    refresh();
}

void CourseList::refresh() {
    const auto& lessons = m_course.course().lessons;
    int finished = 0;
    int asked = 0;
    int right = 0;
    double shares = 0;
    double minutes = 0;
    for (qsizetype i = 0; i < m_lessons.size(); ++i) {
        const course::Lesson& lesson = lessons[std::size_t(i)];
        const course::LessonProgress* progress = m_course.progressOf(lesson.id);
        const std::size_t steps = std::max<std::size_t>(1, lesson.steps.size());
        const std::size_t done = progress != nullptr ? std::min(progress->done.size(), steps) : 0;
        const double share = double(done) / double(steps);
        finished += done == steps ? 1 : 0;
        asked += progress != nullptr ? progress->asked : 0;
        right += progress != nullptr ? progress->right : 0;
        shares += share;
        minutes += lesson.minutes * (1 - share);
        m_lessons[i]->setProgress(share, done == steps ? tr("done")
                                         : done > 0    ? tr("%1 of %2 steps").arg(done).arg(steps)
                                                       : tr("%1 min").arg(lesson.minutes));
    }
    m_count->setText(tr("%1 of %2").arg(finished).arg(lessons.size()));
    m_bar->setValue(lessons.empty() ? 0 : int(barParts * shares / double(lessons.size())));
    m_right->setText(tr("%1 of %2").arg(right).arg(asked));
    m_left->setText(tr("%1 min").arg(qRound(minutes)));
    m_standing = tr("%1 lessons done; %2 right at once; %3 left")
                     .arg(m_count->text(), m_right->text(), m_left->text());
    emit standingChanged(m_standing);
}

void CourseList::setCurrent(const QString& lesson) {
    m_current = lesson;
    for (LessonRow* row : std::as_const(m_lessons)) {
        row->setChecked(row->objectName() == QStringLiteral("lesson_row_") + lesson);
    }
}

}  // namespace zeropoint::ui
