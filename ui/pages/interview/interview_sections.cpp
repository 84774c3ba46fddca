// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/interview/interview_sections.h"

#include "core/course/search.h"
#include "ui/actions/actions.h"
#include "ui/state/course_state.h"
#include "ui/state/interview/interview.h"
#include "ui/state/workbench.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

class InterviewSections {
    Q_DECLARE_TR_FUNCTIONS(InterviewSections)
};

std::vector<PaletteEntry> cardEntries(Workbench& bench) {
    Interview& interview = bench.interview();
    if (interview.course() == nullptr) {
        interview.setCourse(&bench.course().course());
    }
    std::vector<PaletteEntry> entries;
    for (const course::Deck& deck : interview.decks()) {
        for (const course::Card& card : deck.cards) {
            PaletteEntry entry;
            entry.id = QString::fromStdString(card.id);
            entry.title = QString::fromStdString(course::oneLine(card.question));
            entry.context = QString::fromStdString(course::oneLine(deck.title));
            entry.icon = QStringLiteral(":/icons/interview.svg");
            entry.words = QString::fromStdString(card.id);
            entries.push_back(std::move(entry));
        }
    }
    return entries;
}

void askCard(Workbench& bench, const QString& card) {
    (void)Actions::of(bench).run(QStringLiteral("interview.show"));
    bench.interview().view().set(&InterviewView::mode, 0);
    bench.interview().ask(card);
}

}  // namespace

std::vector<PaletteSection> interviewSections(Workbench& bench) {
    return {{QStringLiteral("cards"), InterviewSections::tr("Interview cards"),
             PaletteSection::Lessons, [&bench] { return cardEntries(bench); },
             [&bench](const PaletteEntry& entry) { askCard(bench, entry.id); }, nullptr}};
}

}  // namespace zeropoint::ui
