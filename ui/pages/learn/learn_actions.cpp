// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/learn/learn_actions.h"

#include "ui/actions/button_action.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

class LearnActions {
    Q_DECLARE_TR_FUNCTIONS(LearnActions)
};

}  // namespace

std::vector<Action> learnActions() {
    return {
        buttonAction("learn.begin", LearnActions::tr("Begin the lesson, or go on with it")),
        buttonAction("learn.begin_again", LearnActions::tr("Begin the lesson from the start")),
        buttonAction("learn.back_to_own", LearnActions::tr("Back to what I had before lessons")),
        buttonAction("learn.print_lesson", LearnActions::tr("Print the lesson…")),
        buttonAction("learn.print", LearnActions::tr("Print a handout…")),
        buttonAction("learn.folder", LearnActions::tr("Read lessons of your own…")),
        buttonAction("learn.forget_folder", LearnActions::tr("Leave lessons of your own out")),
    };
}

}  // namespace zeropoint::ui
