// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/memory_actions.h"

#include "ui/actions/button_action.h"
#include "ui/pages/memory/memory_page.h"
#include "ui/state/memory_study.h"
#include "ui/state/roofline_study.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

constexpr int speedPart = 2;

class MemoryActions {
    Q_DECLARE_TR_FUNCTIONS(MemoryActions)
};

Action pageAction(const char* name, const QString& title, void (MemoryPage::*act)()) {
    Action action;
    action.name = QString::fromLatin1(name);
    action.title = title;
    action.run = [act](const ActionPlace& place) {
        if (auto* page = qobject_cast<MemoryPage*>(place.page)) {
            (page->*act)();
        }
    };
    return action;
}

/// Shows what it measures.
Action measureAction() {
    Action action;
    action.name = QStringLiteral("memory.measure_machine");
    action.title = MemoryActions::tr("Measure this machine");
    action.button = true;
    action.run = [](const ActionPlace& place) {
        place.bench.views().memory.set(&MemoryView::part, speedPart);
        place.bench.memory().roofline().measure();
    };
    return action;
}

}  // namespace

std::vector<Action> memoryActions() {
    const Bring advice{{QStringLiteral("memory.part"), QStringLiteral("setting")},
                       {QStringLiteral("memory.tab"), QStringLiteral("chart")}};
    return {
        pageAction("memory.export_figure", MemoryActions::tr("Export the figure…"),
                   &MemoryPage::exportFigure),
        pageAction("memory.export_table", MemoryActions::tr("Export the table…"),
                   &MemoryPage::exportTable),
        measureAction(),
        buttonAction("memory.measure_weights", MemoryActions::tr("Measure the weights' error"),
                     advice),
        buttonAction("memory.make_recipe", MemoryActions::tr("Make the recipe of the advice…"),
                     advice),
        buttonAction("memory.open_in_calibrate",
                     MemoryActions::tr("Open the advice's setting in Calibrate"), advice),
        buttonAction("memory.open_in_compare",
                     MemoryActions::tr("Open the advice's setting in Compare"), advice),
        buttonAction("memory.export_report", MemoryActions::tr("Export the advice as a report…"),
                     advice),
    };
}

}  // namespace zeropoint::ui
