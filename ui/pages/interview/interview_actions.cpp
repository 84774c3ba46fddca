// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/interview/interview_actions.h"

#include "ui/actions/button_action.h"
#include "ui/pages/interview/card_words.h"
#include "ui/pages/interview/interview_page.h"
#include "ui/state/interview/interview.h"
#include "ui/state/interview/show_card.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

class InterviewActions {
    Q_DECLARE_TR_FUNCTIONS(InterviewActions)
};

/// Null while no card is asked, and during a mock interview.
const CardAttempt* attemptOf(const Workbench& bench) {
    const Interview& interview = bench.interview();
    return interview.view()->mode == 0 ? interview.attempt() : nullptr;
}

ActionState unless(bool can, const QString& missing) {
    return can ? ActionState{} : ActionState{{}, {}, missing};
}

ActionState hiddenAnswer(const Workbench& bench) {
    const CardAttempt* attempt = attemptOf(bench);
    return unless(attempt != nullptr && !attempt->revealed,
                  InterviewActions::tr("No card waits for its answer"));
}

ActionState openAnswer(const Workbench& bench) {
    const CardAttempt* attempt = attemptOf(bench);
    return unless(attempt != nullptr && attempt->revealed,
                  InterviewActions::tr("Reveal the answer first"));
}

ActionState shownCard(const Workbench& bench) {
    const CardAttempt* attempt = attemptOf(bench);
    return unless(attempt != nullptr && !pageOfCard(attempt->asked).isEmpty(),
                  InterviewActions::tr("This card has nothing to show"));
}

ActionState chosenDeck(const Workbench& bench) {
    return unless(!bench.interview().view()->deck.isEmpty(),
                  InterviewActions::tr("Choose a deck first"));
}

Action deckAction(const char* name, const QString& title, void (InterviewPage::*act)()) {
    Action action;
    action.name = QString::fromLatin1(name);
    action.title = title;
    action.run = [act](const ActionPlace& place) {
        (static_cast<InterviewPage*>(place.page)->*act)();
    };
    return action;
}

Action gradeAction(course::Grade grade) {
    Action action;
    action.name = gradeActionName(grade);
    action.title = InterviewActions::tr("Grade the card %1").arg(gradeName(grade));
    action.keys = QString::number(static_cast<int>(grade));
    action.run = [grade](const ActionPlace& place) { place.bench.interview().grade(grade); };
    action.state = openAnswer;
    return action;
}

}  // namespace

QString gradeActionName(course::Grade grade) {
    switch (grade) {
        case course::Grade::Again:
            return QStringLiteral("interview.again");
        case course::Grade::Hard:
            return QStringLiteral("interview.hard");
        case course::Grade::Good:
            return QStringLiteral("interview.good");
        case course::Grade::Easy:
            break;
    }
    return QStringLiteral("interview.easy");
}

std::vector<Action> interviewActions() {
    const QString mode = QStringLiteral("interview.mode");
    const Bring cards{{mode, QStringLiteral("cards")}};
    Action reveal;
    reveal.name = QStringLiteral("interview.reveal");
    reveal.title = InterviewActions::tr("Reveal the answer");
    reveal.keys = QStringLiteral("Space");
    reveal.run = [](const ActionPlace& place) { place.bench.interview().reveal(); };
    reveal.state = hiddenAnswer;
    Action show;
    show.name = QStringLiteral("interview.show_card");
    show.title = InterviewActions::tr("Show the card in the workbench");
    show.keys = QStringLiteral("W");
    show.run = [](const ActionPlace& place) {
        static_cast<InterviewPage*>(place.page)->showInWorkbench();
    };
    show.state = shownCard;
    Action exportDeck =
        deckAction("interview.export_deck", InterviewActions::tr("Export this deck for Anki…"),
                   &InterviewPage::exportDeck);
    exportDeck.state = chosenDeck;
    return {
        reveal,
        gradeAction(course::Grade::Again),
        gradeAction(course::Grade::Hard),
        gradeAction(course::Grade::Good),
        gradeAction(course::Grade::Easy),
        show,
        buttonAction("interview.skip", InterviewActions::tr("Skip the card"), cards),
        buttonAction("interview.practise", InterviewActions::tr("Practise cards that are not due"),
                     cards),
        buttonAction("interview.begin_mock", InterviewActions::tr("Begin a mock interview"),
                     {{mode, QStringLiteral("mock")}}),
        deckAction("interview.import_deck", InterviewActions::tr("Import cards from Anki…"),
                   &InterviewPage::importDeck),
        exportDeck,
        deckAction("interview.open_decks", InterviewActions::tr("Open the folder of your decks"),
                   &InterviewPage::openDecks)};
}

}  // namespace zeropoint::ui
