// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/learn/learn_actions.h"

#include "ui/actions/button_action.h"
#include "ui/pages/learn/learn_page.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

class LearnActions {
    Q_DECLARE_TR_FUNCTIONS(LearnActions)
};

/// Its button is out of sight where the list of lessons has no room.
Action pageAction(const char* name, const QString& title, void (LearnPage::*act)()) {
    Action action;
    action.name = QString::fromLatin1(name);
    action.title = title;
    action.run = [act](const ActionPlace& place) { (static_cast<LearnPage*>(place.page)->*act)(); };
    return action;
}

}  // namespace

std::vector<Action> learnActions() {
    return {
        buttonAction("learn.begin", LearnActions::tr("Begin the lesson, or go on with it")),
        buttonAction("learn.begin_again", LearnActions::tr("Begin the lesson from the start")),
        buttonAction("learn.back_to_own", LearnActions::tr("Back to what I had before lessons")),
        buttonAction("learn.print_lesson", LearnActions::tr("Print the lesson…")),
        pageAction("learn.print", LearnActions::tr("Print a handout…"), &LearnPage::printCourse),
        pageAction("learn.folder", LearnActions::tr("Read lessons of your own…"),
                   &LearnPage::chooseFolder),
        pageAction("learn.forget_folder", LearnActions::tr("Leave lessons of your own out"),
                   &LearnPage::forgetFolder),
    };
}

}  // namespace zeropoint::ui
