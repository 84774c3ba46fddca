// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/interview/cards_view.h"

#include "ui/actions/button_action.h"
#include "ui/controls/how_known.h"
#include "ui/controls/scrolled.h"
#include "ui/pages/interview/card_words.h"
#include "ui/pages/interview/deck_list.h"
#include "ui/pages/interview/follow_ups_card.h"
#include "ui/pages/interview/grade_card.h"
#include "ui/pages/interview/plan_card.h"
#include "ui/pages/interview/question_card.h"
#include "ui/pages/interview/rubric_card.h"
#include "ui/pages/page.h"
#include "ui/state/interview/interview.h"
#include "ui/state/interview/show_card.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/workbench.h"
#include "ui/text/messages.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr int decksWidth = 264;
constexpr int markingWidth = 340;
constexpr int oneSecond = 1000;

QString titleOfPage(const QString& id) {
    for (const PageEntry& page : pageList()) {
        if (page.id == id) {
            return page.title;
        }
    }
    return id;
}

}  // namespace

CardsView::CardsView(Workbench& bench, QWidget* parent)
    : QWidget(parent),
      m_bench(bench),
      m_interview(bench.interview()),
      m_due(new QLabel),
      m_stack(new QStackedWidget),
      m_question(new QuestionCard),
      m_emptyTitle(new QLabel),
      m_emptyText(new QLabel),
      m_practise(new QPushButton(tr("Practise anyway"))),
      m_rubric(new RubricCard),
      m_grade(new GradeCard(m_interview)),
      m_followUps(new FollowUpsCard),
      m_second(new QTimer(this)) {
    m_decks = buildDecks();
    m_marking = buildMarking();
    m_stack->addWidget(buildQuestion());
    m_stack->addWidget(buildEmpty());
    auto* work = new QWidget;
    m_work = new QBoxLayout(QBoxLayout::LeftToRight, work);
    m_work->setContentsMargins(0, 0, 0, 0);
    m_work->setSpacing(16);
    m_work->addWidget(m_stack, 1);
    m_work->addWidget(m_marking);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(m_decks);
    row->addWidget(work, 1);
    connect(&m_interview, &Interview::attemptChanged, this, &CardsView::showAttempt);
    connect(&m_interview, &Interview::decksChanged, this, &CardsView::showAttempt);
    connect(&m_interview, &Interview::standingChanged, this,
            [this] { m_due->setText(tr("%1 due today").arg(m_interview.dueToday())); });
    connect(&m_interview, &Interview::marked, this, [this] {
        if (const CardAttempt* attempt = m_interview.attempt()) {
            m_rubric->refreshPoints(*attempt);
            m_grade->refresh();
        }
    });
    m_second->setInterval(oneSecond);
    connect(m_second, &QTimer::timeout, this, &CardsView::countSecond);
    m_second->start();
    m_due->setText(tr("%1 due today").arg(m_interview.dueToday()));
    if (m_interview.attempt() == nullptr) {
        m_interview.askNext();
    }
    showAttempt();
}

QWidget* CardsView::buildDecks() {
    auto* card = new QFrame;
    card->setProperty("role", "card");
    auto* title = new QLabel(tr("Decks"));
    title->setProperty("role", "cardTitle");
    m_due->setProperty("role", "secondary");
    m_due->setObjectName(QStringLiteral("due_today"));
    setHowKnown(m_due, QStringLiteral("interview.days"));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 0, 16, 0);
    head->addWidget(title);
    head->addStretch();
    head->addWidget(m_due);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 12, 1, 8);
    inside->setSpacing(10);
    inside->addLayout(head);
    inside->addWidget(new DeckList(m_interview, m_bench.settings()), 1);
    auto* column = new QWidget;
    column->setFixedWidth(decksWidth);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(card, 1);
    layout->addWidget(new PlanCard(m_interview, m_bench.settings()));
    return column;
}

QWidget* CardsView::buildQuestion() {
    m_question->setObjectName(QStringLiteral("question_card"));
    m_show = m_question->addButton(QStringLiteral("card_show"), tr("Show me in the workbench"));
    auto* skip = m_question->addButton(QStringLiteral("card_skip"), tr("Skip"));
    m_reveal = m_question->addButton(QStringLiteral("card_reveal"), tr("Reveal"), true);
    setAction(m_show, QStringLiteral("interview.show_card"));
    setAction(skip, QStringLiteral("interview.skip"));
    setAction(m_reveal, QStringLiteral("interview.reveal"));
    m_reveal->setToolTip(tr("Shows the model answer (Space)"));
    m_show->setToolTip(tr("Sets the workbench to what proves the answer (W); undo takes it back"));
    connect(m_show, &QPushButton::clicked, this, &CardsView::showInWorkbench);
    connect(skip, &QPushButton::clicked, &m_interview, &Interview::skip);
    connect(m_reveal, &QPushButton::clicked, &m_interview, &Interview::reveal);
    connect(m_question, &QuestionCard::answerEdited, &m_interview, &Interview::setAnswer);
    connect(m_question, &QuestionCard::givenEdited, &m_interview, &Interview::setGiven);
    return m_question;
}

QWidget* CardsView::buildEmpty() {
    auto* card = new QFrame;
    card->setProperty("role", "card");
    m_emptyTitle->setProperty("role", "question");
    m_emptyTitle->setObjectName(QStringLiteral("nothing_due"));
    m_emptyTitle->setWordWrap(true);
    m_emptyText->setProperty("role", "secondary");
    m_emptyText->setObjectName(QStringLiteral("next_card"));
    m_emptyText->setWordWrap(true);
    m_practise->setObjectName(QStringLiteral("practise"));
    setAction(m_practise, QStringLiteral("interview.practise"));
    connect(m_practise, &QPushButton::clicked, &m_interview, &Interview::practise);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(10);
    column->addWidget(m_emptyTitle);
    column->addWidget(m_emptyText);
    column->addWidget(m_practise, 0, Qt::AlignLeft);
    column->addStretch();
    return card;
}

QWidget* CardsView::buildMarking() {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(m_rubric);
    column->addWidget(m_grade);
    column->addWidget(m_followUps);
    column->addStretch();
    auto* area = scrolled(content);
    area->setFixedWidth(markingWidth);
    connect(m_rubric, &RubricCard::ticked, &m_interview, &Interview::setTick);
    return area;
}

void CardsView::setNarrow(bool narrow) {
    constexpr int anyWidth = QWIDGETSIZE_MAX;
    m_work->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_narrow = narrow;
    m_work->setStretch(0, narrow ? 3 : 1);
    m_work->setStretch(1, narrow ? 2 : 0);
    showMarking();
    m_marking->setMinimumWidth(narrow ? 0 : markingWidth);
    m_marking->setMaximumWidth(narrow ? anyWidth : markingWidth);
}

void CardsView::showAttempt() {
    const CardAttempt* attempt = m_interview.attempt();
    m_stack->setCurrentIndex(attempt != nullptr ? 0 : 1);
    m_rubric->show(attempt);
    m_grade->refresh();
    m_followUps->show(attempt);
    showMarking();
    if (attempt == nullptr) {
        showEmpty();
        return;
    }
    const auto [place, of] = m_interview.place();
    m_question->show(*attempt, of > 0 ? tr("card %1 of %2").arg(place).arg(of) : QString());
    const QString page = pageOfCard(attempt->asked);
    m_show->setVisible(!page.isEmpty());
    m_question->setHint(page.isEmpty() ? QString() : tr("opens %1").arg(titleOfPage(page)));
    m_reveal->setVisible(!attempt->revealed);
    showClock();
    if (attempt->revealed && parentWidget() != nullptr) {
        parentWidget()->setFocus();  // the keys 1 to 4 work at once
    }
}

/// Where it stands below the question it takes its room only once there is something to mark.
void CardsView::showMarking() {
    const CardAttempt* attempt = m_interview.attempt();
    m_marking->setVisible(attempt != nullptr && (!m_narrow || attempt->revealed));
}

void CardsView::showEmpty() {
    const course::Plan plan = m_interview.plan();
    const bool cards = !m_interview.factsOf(m_interview.view()->deck).empty();
    m_practise->setVisible(cards);
    if (m_interview.problem()) {
        m_emptyTitle->setText(tr("This card cannot be asked"));
        m_emptyText->setText(errorText(*m_interview.problem()));
    } else if (!cards) {
        m_emptyTitle->setText(tr("There are no cards here"));
        m_emptyText->setText(tr("Choose another deck, or put decks of your own into the folder."));
    } else {
        m_emptyTitle->setText(tr("Nothing due"));
        m_emptyText->setText(
            plan.next == 0
                ? tr("No card was answered yet, and no new ones are wanted today.")
                : tr("Next card in %1.").arg(waitText(plan.next - m_interview.today().now)));
    }
}

void CardsView::showClock() {
    if (const CardAttempt* attempt = m_interview.attempt()) {
        m_question->setSeconds(attempt->seconds, attempt->asked.card.seconds, attempt->revealed);
    }
}

/// Only while somebody can see it.
void CardsView::countSecond() {
    if (isVisible() && window()->isActiveWindow() && m_interview.attempt() != nullptr) {
        m_interview.spend(1);
        showClock();
    } else if (isVisible() && m_interview.attempt() == nullptr && !m_interview.problem() &&
               !m_interview.plan().due.empty()) {
        m_interview.askNext();  // what is being learned falls due while one waits
    }
}

void CardsView::showInWorkbench() {
    const CardAttempt* attempt = m_interview.attempt();
    if (attempt == nullptr || !attempt->asked.card.show) {
        return;
    }
    if (const Result<void> shown = showCard(m_bench, attempt->asked); shown) {
        emit pageRequested(pageOfCard(attempt->asked));
    } else {
        m_bench.report(shown.error());
    }
}

}  // namespace zeropoint::ui
