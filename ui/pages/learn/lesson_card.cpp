// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/learn/lesson_card.h"

#include "ui/controls/how_known.h"
#include "ui/controls/markdown_label.h"
#include "ui/pages/learn/card_title.h"
#include "ui/pages/learn/question_view.h"
#include "ui/pages/learn/step_bar.h"
#include "ui/state/course_state.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr int usualWidth = 348;
constexpr int narrowWidth = 320;
constexpr int wordsHeight = 96;
constexpr int leastHeight = 160;

QPushButton* cardLink(const QString& text, const char* name) {
    auto* button = new QPushButton(text);
    button->setObjectName(QString::fromLatin1(name));
    button->setProperty("role", "link");
    button->setAutoDefault(true);
    return button;
}

}  // namespace

LessonCard::LessonCard(CourseState& course, QWidget* parent)
    : QFrame(parent),
      m_course(course),
      m_caption(new QLabel),
      m_title(new QLabel),
      m_bar(new StepBar),
      m_text(new MarkdownLabel),
      m_question(new QuestionView(course)),
      m_rule(new MarkdownLabel),
      m_try(new MarkdownLabel),
      m_scroll(new QScrollArea),
      m_back(new QPushButton(tr("Back"))),
      m_next(new QPushButton(tr("Next"))) {
    setProperty("role", "lesson");
    setObjectName(QStringLiteral("lesson_card"));
    setFocusPolicy(Qt::ClickFocus);
    setAutoFillBackground(true);
    setFixedWidth(usualWidth);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(buildContent());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2, 2, 2, 12);
    column->setSpacing(8);
    column->addWidget(m_scroll, 1);
    column->addLayout(buildFooter());
    connect(&course, &CourseState::stepChanged, this, &LessonCard::refresh);
    connect(&course, &CourseState::answeredChanged, this, [this] {
        const QWidget* focus = window()->focusWidget();
        const bool here = focus == this || isAncestorOf(focus);
        refreshButtons();
        if (here && m_course.answered()) {
            m_next->setFocus();
        }
        emit resized();
        if (m_course.verdict()) {
            bring(m_question->verdict());
        }
    });
    for (MarkdownLabel* label : {m_text, m_rule, m_try, m_model, m_cards}) {
        connect(label, &QLabel::linkActivated, this, &LessonCard::follow);
    }
    connect(m_question, &QuestionView::linkActivated, this, &LessonCard::follow);
    connect(m_question, &QuestionView::solutionRequested, this, &LessonCard::solve);
    refresh();
}

QWidget* LessonCard::buildContent() {
    m_caption->setProperty("role", "caption");
    m_title->setProperty("role", "lessonTitle");
    m_title->setObjectName(QStringLiteral("lesson_title"));
    m_title->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("lesson_text"));
    m_text->setProperty("role", "lessonText");
    m_rule->setObjectName(QStringLiteral("lesson_rule"));
    m_try->setObjectName(QStringLiteral("lesson_try"));
    m_try->setProperty("role", "secondary");
    m_explain = buildExplain();
    for (QWidget* words : {m_text, m_rule, m_try, m_model}) {
        setHowKnown(words, QStringLiteral("learn.figures"), false);
    }
    m_content = new QWidget;
    m_content->installEventFilter(this);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(14, 12, 14, 4);
    column->setSpacing(8);
    column->addWidget(m_caption);
    column->addWidget(m_title);
    column->addWidget(m_bar);
    column->addSpacing(4);
    column->addWidget(m_text);
    column->addWidget(m_question);
    column->addWidget(m_rule);
    column->addWidget(m_try);
    column->addWidget(m_explain);
    column->addStretch();
    return m_content;
}

QWidget* LessonCard::buildExplain() {
    auto* explain = new QWidget;
    m_words = new QPlainTextEdit;
    m_words->setObjectName(QStringLiteral("lesson_words"));
    m_words->setAccessibleName(tr("Your explanation"));
    m_words->setPlaceholderText(tr("Your two sentences"));
    m_words->setFixedHeight(wordsHeight);
    m_words->setTabChangesFocus(true);
    m_compare = new QPushButton(tr("Compare with a model answer"));
    m_compare->setObjectName(QStringLiteral("lesson_compare"));
    m_model = new MarkdownLabel;
    m_model->setObjectName(QStringLiteral("lesson_model"));
    m_rubric = new QVBoxLayout;
    m_cards = new MarkdownLabel;
    m_cards->setObjectName(QStringLiteral("lesson_cards"));
    auto* column = new QVBoxLayout(explain);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_words);
    column->addWidget(m_compare, 0, Qt::AlignLeft);
    column->addWidget(m_model);
    column->addLayout(m_rubric);
    column->addWidget(m_cards);
    connect(m_compare, &QPushButton::clicked, this, [this] {
        showModel();
        bring(m_model);
    });
    return explain;
}

QLayout* LessonCard::buildFooter() {
    m_back->setObjectName(QStringLiteral("lesson_back"));
    m_next->setObjectName(QStringLiteral("lesson_next"));
    m_next->setProperty("role", "primary");
    for (QPushButton* button : {m_back, m_next, m_compare}) {
        button->setAutoDefault(true);  // Return presses it, as in a dialog
    }
    m_leave = cardLink(tr("Leave the lesson"), "lesson_leave");
    m_leave->setToolTip(tr("The step is kept, and the page stays as it is (Esc)"));
    m_own = cardLink(tr("Back to what I had"), "lesson_own");
    m_own->setToolTip(tr("Leaves the lesson and brings your own data and settings back"));
    connect(m_back, &QPushButton::clicked, &m_course, &CourseState::back);
    connect(m_next, &QPushButton::clicked, this, &LessonCard::goOn);
    connect(m_leave, &QPushButton::clicked, &m_course, &CourseState::leave);
    connect(m_own, &QPushButton::clicked, &m_course, &CourseState::backToOwn);
    auto* links = new QVBoxLayout;
    links->setSpacing(0);
    links->addWidget(m_leave, 0, Qt::AlignLeft);
    links->addWidget(m_own, 0, Qt::AlignLeft);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(14, 0, 14, 0);
    row->setSpacing(12);
    row->addWidget(m_back);
    row->addLayout(links);
    row->addStretch();
    row->addWidget(m_next);
    return row;
}

void LessonCard::refresh() {
    const course::Step* step = m_course.step();
    if (step == nullptr) {
        return;
    }
    const course::Lesson& lesson = *m_course.lesson();
    m_caption->setText(tr("Lesson %1 · step %2 of %3 · %4")
                           .arg(lesson.number)
                           .arg(m_course.stepNumber() + 1)
                           .arg(lesson.steps.size())
                           .arg(QString::fromStdString(lesson.title.text)));
    m_title->setText(plainOfMarkdown(m_course.text(step->title)));
    m_bar->setStep(m_course.stepNumber(), int(lesson.steps.size()));
    m_text->setMarkdown(m_course.text(step->text));
    m_text->setVisible(!step->text.empty());
    m_question->refresh();
    refreshExplain();
    refreshButtons();
    orderStops();
    // Layouts show what is new in them once the events are through.
    QTimer::singleShot(0, this, &LessonCard::focusAnswer);
    m_scroll->verticalScrollBar()->setValue(0);
    emit resized();
}

/// The answers are made anew with each step, which would put them behind everything else.
void LessonCard::orderStops() {
    QList<QWidget*> stops{this};
    stops << m_question->stops() << m_words << m_compare << m_back << m_next << m_leave << m_own;
    for (qsizetype i = 1; i < stops.size(); ++i) {
        setTabOrder(stops[i - 1], stops[i]);
    }
}

void LessonCard::focusAnswer() {
    if (!isVisible()) {
        return;
    }
    QList<QWidget*> stops = m_question->stops();
    stops << m_words << m_next;
    for (QWidget* stop : std::as_const(stops)) {
        if (stop->isVisibleTo(this) && stop->isEnabled()) {
            stop->setFocus();
            return;
        }
    }
    setFocus();
}

void LessonCard::refreshExplain() {
    const course::Step& step = *m_course.step();
    m_explain->setVisible(step.kind == course::StepKind::Explain);
    m_words->clear();
    m_model->hide();
    m_cards->hide();
    for (QCheckBox* tick : std::as_const(m_ticks)) {
        delete tick->parentWidget();
    }
    m_ticks.clear();
    const auto before = m_course.record().written(m_course.lesson()->id + '/' + step.id);
    if (before && !before->empty()) {
        m_words->setPlainText(QString::fromStdString(before->front().text));
    }
}

void LessonCard::refreshButtons() {
    const course::Step* step = m_course.step();
    if (step == nullptr) {
        return;
    }
    const bool answered = m_course.answered();
    m_rule->setVisible(answered && !step->rule.empty());
    m_rule->setMarkdown(QStringLiteral("**") + tr("Rule:") + QStringLiteral("** ") +
                        m_course.text(step->rule));
    m_try->setVisible(answered && !step->tryIt.empty());
    m_try->setMarkdown(m_course.text(step->tryIt));
    m_back->setEnabled(!m_course.isFirst());
    m_next->setText(m_course.isLast() ? tr("Finish") : tr("Next"));
    m_next->setEnabled(answered);
    m_next->setToolTip(answered ? QString() : tr("Answer first"));
}

void LessonCard::showModel() {
    const course::Step* step = m_course.step();
    m_model->setMarkdown(m_course.text(step->model));
    m_model->show();
    if (m_ticks.isEmpty()) {
        for (const course::Words& line : step->rubric) {
            addTick(m_course.text(line));
        }
    }
    m_cards->setMarkdown(cardLinks());
    m_cards->show();
    emit resized();
}

/// The interview cards that the lesson prepares, each a link that asks it.
QString LessonCard::cardLinks() const {
    QString text =
        QStringLiteral("**") + tr("Interview cards that this lesson prepares:") + "**\n\n";
    for (const course::Card* card : m_course.cardsOf(*m_course.lesson())) {
        QString words = cardTitle(*card);
        words.remove(QLatin1Char('[')).remove(QLatin1Char(']'));
        text += QStringLiteral("- [%1](card:%2)\n").arg(words, QString::fromStdString(card->id));
    }
    return text;
}

/// A box's own words would not wrap.
void LessonCard::addTick(const QString& line) {
    auto* row = new QWidget;
    auto* tick = new QCheckBox;
    tick->setObjectName(QStringLiteral("lesson_tick_%1").arg(m_ticks.size()));
    tick->setAccessibleName(plainOfMarkdown(line));
    auto* label = new MarkdownLabel;
    label->setMarkdown(line);
    connect(label, &QLabel::linkActivated, this, &LessonCard::follow);
    auto* columns = new QHBoxLayout(row);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->addWidget(tick, 0, Qt::AlignTop);
    columns->addWidget(label, 1);
    m_ticks.append(tick);
    m_rubric->addWidget(row);
}

void LessonCard::keepWords() {
    const course::Step* step = m_course.step();
    if (step->kind != course::StepKind::Explain || m_words->toPlainText().trimmed().isEmpty()) {
        return;
    }
    std::vector<int> ticks;
    for (int i = 0; i < m_ticks.size(); ++i) {
        if (m_ticks[i]->isChecked()) {
            ticks.push_back(i);
        }
    }
    m_course.keepWritten(QString::fromStdString(m_course.lesson()->id + '/' + step->id),
                         m_words->toPlainText(), ticks);
}

void LessonCard::goOn() {
    keepWords();
    m_course.next();
}

void LessonCard::follow(const QString& link) {
    const QString to = link.section(QLatin1Char(':'), 1);
    if (link.startsWith(QLatin1String("term:"))) {
        m_course.openTerm(to);
    } else if (link.startsWith(QLatin1String("card:"))) {
        m_course.askCard(to);
    } else if (link.startsWith(QLatin1String("lesson:"))) {
        (void)m_course.begin(to.section(QLatin1Char('/'), 0, 0), to.section(QLatin1Char('/'), 1));
    }
}

void LessonCard::solve() {
    const course::Step* step = m_course.step();
    if (step != nullptr && step->question) {
        m_course.apply(step->question->solution);
        (void)m_question->reveal();
    }
}

QSize LessonCard::sizeFor(int mostHeight) {
    m_question->layout()->activate();
    m_content->layout()->activate();
    const QMargins frame = contentsMargins() + layout()->contentsMargins();
    const int room = width() - frame.left() - frame.right();
    const int content = m_content->layout()->hasHeightForWidth()
                            ? m_content->layout()->totalHeightForWidth(room)
                            : m_content->sizeHint().height();
    const int footer = layout()->totalSizeHint().height() - m_scroll->sizeHint().height();
    // A bar that is there takes width, so that words wrap more and it is needed: it never goes.
    m_scroll->setVerticalScrollBarPolicy(content + footer <= mostHeight ? Qt::ScrollBarAlwaysOff
                                                                        : Qt::ScrollBarAsNeeded);
    return {width(), std::clamp(content + footer, leastHeight, std::max(leastHeight, mostHeight))};
}

/// What changes deep within is heard here when it has come up through the layouts between.
bool LessonCard::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_content && event->type() == QEvent::LayoutRequest) {
        emit resized();
    }
    return QFrame::eventFilter(watched, event);
}

/// What was asked for, in a card that is lower than its words: they lead down from there.
void LessonCard::bring(const QWidget* part) {
    // Timers come after the layouts that make room for it.
    QTimer::singleShot(0, this, [this, at = QPointer<const QWidget>(part)] {
        if (at != nullptr && at->isVisible()) {
            m_scroll->verticalScrollBar()->setValue(at->mapTo(m_content, QPoint()).y());
        }
    });
}

void LessonCard::setNarrow(bool narrow) {
    setFixedWidth(narrow ? narrowWidth : usualWidth);
}

void LessonCard::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_content != nullptr) {
        refreshButtons();
    }
}

void LessonCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        m_course.leave();
    } else if (event->key() != Qt::Key_R || !m_question->reveal()) {
        QFrame::keyPressEvent(event);
    }
}

}  // namespace zeropoint::ui
