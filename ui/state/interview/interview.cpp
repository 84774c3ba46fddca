// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/interview/interview.h"

#include "ui/state/progress.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace zeropoint::ui {
namespace {

constexpr int draftMilliseconds = 800;
constexpr course::Timestamp learningStep = 600;  ///< an answer takes minutes: ten, not one

course::Today localToday() {
    const QDateTime now = QDateTime::currentDateTime();
    const QDateTime begin = now.date().startOfDay();
    return {now.toSecsSinceEpoch(), begin.toSecsSinceEpoch(),
            now.date().addDays(1).startOfDay().toSecsSinceEpoch()};
}

}  // namespace

std::uint64_t freshSeed() {
    return QRandomGenerator::global()->generate() | 1U;  // 0 asks for a new one
}

Interview::Interview(Progress& progress, ViewState<InterviewView>& view, QObject* parent)
    : QObject(parent),
      m_progress(progress),
      m_view(view),
      m_clock(localToday),
      m_draftRest(new QTimer(this)) {
    m_draftRest->setSingleShot(true);
    m_draftRest->setInterval(draftMilliseconds);
    connect(m_draftRest, &QTimer::timeout, this, &Interview::keepDraft);
    connect(&m_progress, &Progress::changed, this, &Interview::followProgress);
    connect(&m_view, &ViewStateSignals::changed, this, &Interview::followView);
}

void Interview::setClock(Clock clock) {
    m_clock = std::move(clock);
    refresh();
}

void Interview::setCourse(const course::Course* course) {
    m_course = course;
    takeDecks();
}

void Interview::setOwnDecks(std::vector<course::Deck> decks) {
    m_own = std::move(decks);
    takeDecks();
}

/// The person's own come last. A card of theirs that is called as one of ours stands behind it.
void Interview::takeDecks() {
    m_decks = m_course != nullptr ? m_course->decks : std::vector<course::Deck>();
    m_decks.insert(m_decks.end(), m_own.begin(), m_own.end());
    m_facts.clear();
    for (const course::Deck& deck : m_decks) {
        for (const course::Card& card : deck.cards) {
            m_facts.push_back({card.id, deck.id, card.topic});
        }
    }
    emit decksChanged();
    refresh();
    if (!m_attempt) {
        followView();
        return;
    }
    // What was not begun is shown as its file is now; what was goes on as it was asked.
    const course::Card* now = card(QString::fromStdString(m_attempt->asked.card.id));
    if (now == nullptr) {
        m_attempt.reset();
        followView();
    } else if (!begun()) {
        take(*now, m_attempt->asked.seed, m_byHand);
    }
}

const course::Deck* Interview::deck(const QString& id) const {
    const auto found = std::find_if(m_decks.begin(), m_decks.end(), [&](const course::Deck& deck) {
        return QString::fromStdString(deck.id) == id;
    });
    return found == m_decks.end() ? nullptr : &*found;
}

const course::Card* Interview::card(const QString& id) const {
    for (const course::Deck& deck : m_decks) {
        for (const course::Card& card : deck.cards) {
            if (QString::fromStdString(card.id) == id) {
                return &card;
            }
        }
    }
    return nullptr;
}

QString Interview::titleOf(const course::Card& card) const {
    const course::Deck* of = deck(QString::fromStdString(card.deck));
    return QString::fromStdString(of != nullptr ? of->title.text : card.deck);
}

QString Interview::topicName(const std::string& topic) const {
    const course::Term* term = m_course != nullptr ? m_course->glossary.find(topic) : nullptr;
    return QString::fromStdString(term != nullptr ? term->name.text : topic);
}

Result<AskedCard> Interview::askedOf(const course::Card& card, std::uint64_t seed) const {
    return askCard(card, titleOf(card), seed,
                   m_course != nullptr ? course::scopeOf(*m_course, card, seed)
                                       : course::withGivens(course::Scope(), card.givens, seed));
}

std::vector<course::CardFacts> Interview::factsOf(const QString& deck) const {
    std::vector<course::CardFacts> facts;
    std::copy_if(m_facts.begin(), m_facts.end(), std::back_inserter(facts),
                 [id = deck.toStdString()](const course::CardFacts& card) {
                     return id.empty() || card.deck == id;
                 });
    return facts;
}

course::RepetitionConfig Interview::config() const {
    course::RepetitionConfig config;
    config.desiredRetention = m_view->retention;
    config.learningSteps = {learningStep};
    config.relearningSteps = {learningStep};
    return config;
}

void Interview::refresh() {
    m_memories = course::memoriesOf(m_progress.reviews(), config());
    emit standingChanged();
}

bool Interview::begun() const {
    return m_attempt &&
           (m_attempt->revealed || !m_attempt->answer.isEmpty() || !m_attempt->given.isEmpty());
}

/// A card of the day that another window has answered meanwhile is asked no more, unless it was
/// begun here.
void Interview::followProgress() {
    refresh();
    if (!m_attempt || m_byHand || begun() || m_deck != m_view->deck) {
        return;
    }
    const course::Plan now = plan();
    const auto holds = [&](const std::vector<std::string>& cards) {
        return std::find(cards.begin(), cards.end(), m_attempt->asked.card.id) != cards.end();
    };
    if (!holds(now.due) && !holds(now.fresh)) {
        askNext();
    }
}

Interview::Standing Interview::standingOf(const QString& deck) const {
    Standing standing;
    const std::vector<course::CardFacts> facts = factsOf(deck);
    const course::Today day = today();
    for (const course::CardFacts& card : facts) {
        const auto memory = m_memories.find(card.id);
        if (memory != m_memories.end()) {
            ++standing.answered;
            standing.recall += course::retrievability(memory->second, day.now, config());
        }
    }
    standing.cards = static_cast<int>(facts.size());
    standing.recall /= std::max(standing.cards, 1);
    standing.due = static_cast<int>(
        course::planOf(facts, m_progress.reviews(), m_memories, day, 0, config()).due.size());
    return standing;
}

int Interview::dueToday() const {
    if (!m_facts.empty()) {
        return standingOf({}).due;
    }
    std::vector<course::CardFacts> answered;
    for (const auto& [card, memory] : m_memories) {
        answered.push_back({card, {}, {}});
    }
    return static_cast<int>(
        course::planOf(answered, m_progress.reviews(), m_memories, today(), 0, config())
            .due.size());
}

course::Plan Interview::plan() const {
    return course::planOf(factsOf(m_view->deck), m_progress.reviews(), m_memories, today(),
                          m_view->newPerDay, config());
}

std::vector<int> Interview::dueAhead(int days) const {
    std::vector<course::CardMemory> memories;
    for (const course::CardFacts& card : factsOf(m_view->deck)) {
        if (const auto memory = m_memories.find(card.id); memory != m_memories.end()) {
            memories.push_back(memory->second);
        }
    }
    return course::dueByDay(memories, today().end, days);
}

std::vector<course::TopicStanding> Interview::topics() const {
    return course::topicsOf(m_facts, m_progress.reviews());
}

std::pair<int, int> Interview::place() const {
    if (m_byHand || !m_attempt) {
        return {0, 0};
    }
    const course::Plan now = plan();
    return {m_done + 1, m_done + static_cast<int>(now.due.size() + now.fresh.size())};
}

std::vector<course::Timestamp> Interview::duesAfter() const {
    std::vector<course::Timestamp> dues;
    if (m_attempt) {
        const auto found = m_memories.find(m_attempt->asked.card.id);
        const course::CardMemory memory =
            found == m_memories.end() ? course::CardMemory() : found->second;
        for (const course::Grade grade : course::allGrades) {
            dues.push_back(course::review(memory, grade, today().now, config()).due);
        }
    }
    return dues;
}

/// A card that is asked for by name, or the next one of the deck.
void Interview::followView() {
    refresh();
    const QString wanted = m_view->card;
    const QString present =
        m_attempt ? QString::fromStdString(m_attempt->asked.card.id) : QString();
    const bool otherNumbers =
        m_attempt && m_view->seed != 0 && m_view->seed != m_attempt->asked.seed;
    if (!wanted.isEmpty() && (wanted != present || otherNumbers)) {
        ask(wanted, m_view->seed);
    } else if (wanted.isEmpty() && (m_deck != m_view->deck || !m_attempt)) {
        askNext();
    }
}

void Interview::askNext() {
    if (m_deck != m_view->deck) {
        m_deck = m_view->deck;
        m_done = 0;
        m_skipped.clear();
    }
    const course::Plan now = plan();
    std::vector<std::string> all = now.due;
    all.insert(all.end(), now.fresh.begin(), now.fresh.end());
    const auto next = std::find_if(all.begin(), all.end(), [this](const std::string& id) {
        return std::find(m_skipped.begin(), m_skipped.end(), id) == m_skipped.end();
    });
    if (next == all.end() && !m_skipped.empty() && !all.empty()) {
        m_skipped.clear();  // once more from the first that was skipped
        askNext();
    } else if (next == all.end()) {
        m_attempt.reset();
        m_problem.reset();
        emit attemptChanged();
    } else if (const course::Card* found = card(QString::fromStdString(*next))) {
        take(*found, 0, false);
    }
}

void Interview::ask(const QString& id, std::uint64_t seed) {
    if (const course::Card* found = card(id)) {
        take(*found, seed, true);
    }
}

void Interview::practise() {
    const std::vector<course::CardFacts> facts = factsOf(m_view->deck);
    const course::Today day = today();
    const auto recall = [&](const course::CardFacts& card) {
        const auto memory = m_memories.find(card.id);
        return memory == m_memories.end()
                   ? 0.0
                   : course::retrievability(memory->second, day.now, config());
    };
    const std::string present = m_attempt ? m_attempt->asked.card.id : std::string();
    const course::CardFacts* weakest = nullptr;
    for (const course::CardFacts& card : facts) {
        if (card.id != present && (weakest == nullptr || recall(card) < recall(*weakest))) {
            weakest = &card;
        }
    }
    if (weakest != nullptr) {
        ask(QString::fromStdString(weakest->id));
    }
}

void Interview::take(const course::Card& card, std::uint64_t seed, bool byHand) {
    keepDraft();
    // What was begun goes on with the numbers that it was begun with.
    const std::optional<course::Draft> draft = m_progress.draft(card.id);
    const std::uint64_t numbers = seed != 0 ? seed : draft ? draft->seed : freshSeed();
    Result<AskedCard> asked = askedOf(card, numbers);
    m_byHand = byHand;
    if (asked) {
        m_problem.reset();
        m_attempt = attemptOf(std::move(*asked));
        if (draft) {
            m_attempt->answer = QString::fromStdString(draft->answer);
        }
    } else {
        m_problem = asked.error();
        m_attempt.reset();
    }
    emit attemptChanged();
}

void Interview::skip() {
    if (m_attempt) {
        keepDraft();
        m_skipped.push_back(m_attempt->asked.card.id);
    }
    m_view.set(&InterviewView::card, QString());
    askNext();
}

void Interview::setAnswer(const QString& text) {
    if (m_attempt && m_attempt->answer != text) {
        m_attempt->answer = text;
        m_draftRest->start();
    }
}

void Interview::setGiven(const QString& text) {
    if (m_attempt && !m_attempt->revealed) {
        m_attempt->given = text;
    }
}

void Interview::keepDraft() {
    if (m_draftRest->isActive() || sender() == m_draftRest) {
        m_draftRest->stop();
        if (m_attempt) {
            m_progress.keep({m_attempt->asked.card.id, m_attempt->answer.toStdString(),
                             m_attempt->asked.seed, today().now});
        }
    }
}

void Interview::setTick(int line, bool on) {
    if (m_attempt && line >= 0 && line < m_attempt->outOf()) {
        m_attempt->ticks[static_cast<std::size_t>(line)] = on;
        emit marked();
    }
}

void Interview::reveal() {
    if (m_attempt && !m_attempt->revealed) {
        keepDraft();
        ui::reveal(*m_attempt);
        emit attemptChanged();
    }
}

void Interview::spend(double seconds) {
    if (m_attempt && !m_attempt->revealed) {
        m_attempt->seconds += seconds;
    }
}

void Interview::grade(course::Grade grade) {
    if (!m_attempt || !m_attempt->revealed) {
        return;
    }
    m_draftRest->stop();
    const course::CardReview review = m_attempt->review(grade, today().now);
    m_attempt.reset();
    ++m_done;
    m_progress.keep({review.card, {}, 0, 0});
    m_progress.add(review);
    m_view.set(&InterviewView::card, QString());
    if (!m_attempt) {
        askNext();
    }
}

}  // namespace zeropoint::ui
