// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/course.h"
#include "core/course/standing.h"
#include "ui/state/interview/card_attempt.h"
#include "ui/state/views.h"

#include <QObject>

#include <functional>
#include <optional>
#include <vector>

class QTimer;

namespace zeropoint::ui {

class Progress;

/// What the Interview page is about: the decks, what of them is due, and the card that is asked.
/// The memory of every card follows from the learner's answers. Everything here lives on the GUI
/// thread.
class Interview : public QObject {
    Q_OBJECT

public:
    using Clock = std::function<course::Today()>;

    Interview(Progress& progress, ViewState<InterviewView>& view, QObject* parent = nullptr);

    Progress& progress() { return m_progress; }
    const Progress& progress() const { return m_progress; }
    ViewState<InterviewView>& view() { return m_view; }
    const ViewState<InterviewView>& view() const { return m_view; }
    /// The computer's, unless a test sets another.
    void setClock(Clock clock);
    course::Today today() const { return m_clock(); }

    /// The shipped decks, and what their figures are computed from; must outlive the next call.
    void setCourse(const course::Course* course);
    const course::Course* course() const { return m_course; }
    void setOwnDecks(std::vector<course::Deck> decks);
    const std::vector<course::Deck>& decks() const { return m_decks; }
    const course::Deck* deck(const QString& id) const;
    const course::Card* card(const QString& id) const;
    QString titleOf(const course::Card& card) const;  ///< of its deck
    /// Of a term of the glossary; its id where there is none.
    QString topicName(const std::string& topic) const;
    /// With these numbers; the same seed, the same ones.
    Result<AskedCard> askedOf(const course::Card& card, std::uint64_t seed) const;
    /// Of all decks.
    const std::vector<course::CardFacts>& facts() const { return m_facts; }
    std::vector<course::CardFacts> factsOf(const QString& deck) const;

    struct Standing {
        int cards = 0;
        int due = 0;
        int answered = 0;   ///< cards that were, ever
        double recall = 0;  ///< mean chance to remember now, of all cards
    };
    Standing standingOf(const QString& deck) const;
    /// Due cards of all decks: what the rail shows, also before the decks are read.
    int dueToday() const;
    /// Of the deck that is looked at; empty: of all decks.
    course::Plan plan() const;
    std::vector<int> dueAhead(int days) const;
    std::vector<course::TopicStanding> topics() const;
    course::RepetitionConfig config() const;

    /// Null: nothing is due and nothing was asked for.
    const CardAttempt* attempt() const { return m_attempt ? &*m_attempt : nullptr; }
    /// Why the card could not be asked; empty: it could.
    const std::optional<Error>& problem() const { return m_problem; }
    /// Place of the card among those of the day, from 1, and how many there are; {0, 0}: asked for
    /// by hand.
    std::pair<int, int> place() const;
    /// When the card would fall due after each grade, in the order of the grades.
    std::vector<course::Timestamp> duesAfter() const;

    // Commands.
    void askNext();
    void ask(const QString& card, std::uint64_t seed = 0);
    /// A card of the deck that is not due, the least likely remembered first.
    void practise();
    void skip();
    void setAnswer(const QString& text);
    void setGiven(const QString& text);
    void setTick(int line, bool on);
    void reveal();
    /// Keeps the answer and asks the next card. Nothing while the answer is hidden.
    void grade(course::Grade grade);
    /// Seconds for which the present card was seen, as the page counts them.
    void spend(double seconds);

signals:
    void decksChanged();
    void standingChanged();  ///< due counts, plan or memories
    void attemptChanged();   ///< another card, or it was revealed
    void marked();           ///< a tick

private:
    void takeDecks();
    void followView();
    void followProgress();
    bool begun() const;
    void refresh();
    void take(const course::Card& card, std::uint64_t seed, bool byHand);
    void keepDraft();

    Progress& m_progress;
    ViewState<InterviewView>& m_view;
    Clock m_clock;
    const course::Course* m_course = nullptr;
    std::vector<course::Deck> m_own;
    std::vector<course::Deck> m_decks;
    std::vector<course::CardFacts> m_facts;
    course::Memories m_memories;
    std::optional<CardAttempt> m_attempt;
    std::optional<Error> m_problem;
    std::vector<std::string> m_skipped;
    QString m_deck;  ///< of the card that is asked
    int m_done = 0;  ///< cards of the plan that were graded since the deck was chosen
    bool m_byHand = false;
    QTimer* m_draftRest;
};

/// A seed for a new asking; small enough for JSON.
std::uint64_t freshSeed();

}  // namespace zeropoint::ui
