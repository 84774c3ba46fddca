// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/numbers_actions.h"

#include "ui/actions/button_action.h"
#include "ui/pages/numbers/facts/row_facts.h"
#include "ui/state/workbench.h"
#include "ui/text/messages.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

class NumbersActions {
    Q_DECLARE_TR_FUNCTIONS(NumbersActions)
};

/// The page itself listens to the keys, before the area that they would scroll.
Action stepAction(const char* name, const QString& title, const char* keys, int step) {
    Action action{QString::fromLatin1(name), title, QString::fromLatin1(keys),
                  [step](const ActionPlace& place) {
                      place.bench.setNumber(withStep(place.bench.number(), step));
                  },
                  [](const Workbench& bench) {
                      return ActionState{{},
                                         NumbersActions::tr("In steps of %1, the inspected format")
                                             .arg(formatName(bench.number().inspected)),
                                         {}};
                  }};
    action.ownKeys = true;
    return action;
}

Action keyHint(const char* name, const QString& title, const char* keys) {
    return {QString::fromLatin1(name),
            title,
            QString::fromLatin1(keys),
            nullptr,
            nullptr,
            ActionKind::Key};
}

}  // namespace

std::vector<Action> numbersActions() {
    return {
        stepAction("numbers.step_up", NumbersActions::tr("Next larger value of the format"),
                   "Alt+Up", 1),
        stepAction("numbers.step_down", NumbersActions::tr("Next smaller value of the format"),
                   "Alt+Down", -1),
        buttonAction("numbers.reset_zoom",
                     NumbersActions::tr("Show the stored values around the value again"),
                     {{QStringLiteral("numbers.tab"), QStringLiteral("value")}}),
        buttonAction("numbers.previous_code", NumbersActions::tr("Previous code of the format"),
                     {{QStringLiteral("numbers.tab"), QStringLiteral("codes")}}),
        buttonAction("numbers.next_code", NumbersActions::tr("Next code of the format"),
                     {{QStringLiteral("numbers.tab"), QStringLiteral("codes")}}),
        buttonAction("numbers.add_to_compare",
                     NumbersActions::tr("Put the block format beside others"),
                     {{QStringLiteral("numbers.tab"), QStringLiteral("blocks")}}),
        keyHint("numbers.bit_move", NumbersActions::tr("On bits: from bit to bit"), "Left; Right"),
        keyHint("numbers.bit_flip", NumbersActions::tr("On bits: flip the bit"), "Space"),
        keyHint("numbers.row_move", NumbersActions::tr("On bits: the row above or below"),
                "Up; Down"),
    };
}

}  // namespace zeropoint::ui
