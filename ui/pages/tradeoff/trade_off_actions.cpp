// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tradeoff/trade_off_actions.h"

#include "ui/actions/button_action.h"
#include "ui/pages/tradeoff/trade_off_page.h"
#include "ui/state/runs/experiment_clock.h"
#include "ui/state/shipped_files.h"
#include "ui/state/trade_off.h"
#include "ui/state/workbench.h"
#include "ui/text/durations.h"
#include "ui/theme/fonts.h"

#include <QCoreApplication>
#include <QFontMetrics>

#include <algorithm>
#include <iterator>

namespace zeropoint::ui {
namespace {

class TradeOffActions {
    Q_DECLARE_TR_FUNCTIONS(TradeOffActions)
};

constexpr int longestRunName = 120;  ///< of a run in a button

TradeOffPage& pageOf(const ActionPlace& place) {
    return *static_cast<TradeOffPage*>(place.page);
}

ActionState withRuns(const Workbench& bench, const QString& tip) {
    return bench.tradeOff().runs().empty()
               ? ActionState{{}, {}, TradeOffActions::tr("There are no runs yet")}
               : ActionState{{}, tip, {}};
}

ActionState withSelection(const Workbench& bench, const QString& tip, const QString& text = {}) {
    const TradeOff& tradeOff = bench.tradeOff();
    return tradeOff.summary(tradeOff.selected()) == nullptr
               ? ActionState{{}, {}, TradeOffActions::tr("Select a run first")}
               : ActionState{text, tip, {}};
}

ActionState openState(const Workbench& bench) {
    const QFontMetrics metrics(textFont(13, QFont::Medium));
    const QString name =
        metrics.elidedText(bench.tradeOff().selected(), Qt::ElideMiddle, longestRunName);
    return withSelection(
        bench,
        TradeOffActions::tr(
            "Look at its model on the Train page, whose next run gets its settings (Enter)"),
        TradeOffActions::tr("Open %1 in Train").arg(name));
}

Action button(const char* name, const QString& title, void (TradeOffPage::*act)(),
              std::function<ActionState(const Workbench&)> state) {
    Action action{QString::fromLatin1(name),
                  title,
                  {},
                  [act](const ActionPlace& place) { (pageOf(place).*act)(); },
                  std::move(state)};
    action.button = true;
    return action;
}

/// Experiments run one at a time.
ActionState idle(const Workbench& bench, const QString& tip) {
    return bench.tradeOff().running()
               ? ActionState{{}, {}, TradeOffActions::tr("An experiment is running")}
               : ActionState{{}, tip, {}};
}

Action experimentAction(const QString& name, const QString& title, const ShippedExperiment& shipped,
                        std::size_t seeds,
                        Result<ExperimentSpec> (*spec)(const QString& id, const QString& folder)) {
    const QString what = TradeOffActions::tr("%1, %2").arg(
        TradeOffActions::tr("%n run(s)", nullptr, static_cast<int>(shipped.runs)),
        TradeOffActions::tr("%n seed(s)", nullptr, static_cast<int>(seeds)));
    return {name,
            title,
            {},
            [id = shipped.id, spec](const ActionPlace& place) {
                pageOf(place).begin(spec(id, place.bench.tradeOff().folder()));
            },
            [what, title, id = shipped.id, seeds](const Workbench& bench) {
                const ExperimentClock& clock = bench.tradeOff().clock();
                const auto seconds = clock.seconds(id, seeds == 1);
                ActionState state = idle(
                    bench, !seconds
                               ? what
                               : TradeOffActions::tr(
                                     "%1; %2 on this machine, an estimate from a few of its steps")
                                     .arg(what, aboutTime(*seconds)));
                if (seconds) {
                    state.text = TradeOffActions::tr("%1 · %2").arg(title, aboutTime(*seconds));
                } else if (clock.asked(id)) {
                    state.text = TradeOffActions::tr("%1 · timing it…").arg(title);
                }
                return state;
            }};
}

/// About the run that is selected, and about all of them.
std::vector<Action> runActions() {
    return {
        button("tradeoff.open", TradeOffActions::tr("Open in Train"), &TradeOffPage::openSelected,
               openState),
        button("tradeoff.copy", TradeOffActions::tr("Copy settings"), &TradeOffPage::copySettings,
               [](const Workbench& bench) {
                   return withSelection(
                       bench, TradeOffActions::tr(
                                  "As a spec that zeropoint-cli experiment runs to the same bits"));
               }),
        button("tradeoff.save_quantized", TradeOffActions::tr("Save quantized…"),
               &TradeOffPage::saveQuantized,
               [](const Workbench& bench) {
                   const TradeOff& tradeOff = bench.tradeOff();
                   return ActionState{
                       {},
                       TradeOffActions::tr("Codes and scales as packed as the size says; Calibrate "
                                           "and Train open the file"),
                       tradeOff.quantizedProblem(tradeOff.selected())};
               }),
        {QStringLiteral("tradeoff.remove"),
         TradeOffActions::tr("Remove run"),
         {},
         [](const ActionPlace& place) { place.bench.tradeOff().removeSelected(); },
         [](const Workbench& bench) {
             if (bench.tradeOff().shipped()) {
                 return ActionState{{}, {}, TradeOffActions::tr("It came with the program")};
             }
             return withSelection(
                 bench,
                 TradeOffActions::tr(
                     "Take the run out of the store with all its seeds; undo brings it back"));
         },
         ActionKind::Action,
         true},
        button("tradeoff.figure", TradeOffActions::tr("Export figure…"),
               &TradeOffPage::exportFigure,
               [](const Workbench& bench) {
                   return withRuns(bench, TradeOffActions::tr("The chart as PNG or PDF"));
               }),
        button("tradeoff.csv", TradeOffActions::tr("Export CSV…"), &TradeOffPage::exportCsv,
               [](const Workbench& bench) {
                   return withRuns(bench, TradeOffActions::tr("Every run and seed"));
               }),
    };
}

/// Done by buttons that stand in one view each.
std::vector<Action> viewActions() {
    const Bring sensitivity{{QStringLiteral("tradeoff.tab"), QStringLiteral("layers")},
                            {QStringLiteral("tradeoff.side"), QStringLiteral("sensitivity")}};
    const Bring live{{QStringLiteral("tradeoff.tab"), QStringLiteral("layers")},
                     {QStringLiteral("tradeoff.side"), QStringLiteral("live")}};
    return {buttonAction("tradeoff.measure_layers", TradeOffActions::tr("Measure each layer"),
                         sensitivity),
            buttonAction("tradeoff.solve_budget",
                         TradeOffActions::tr("Choose bits for the model's size"), sensitivity),
            buttonAction("tradeoff.train_budget",
                         TradeOffActions::tr("Train the mix of bits (QAT)"), sensitivity),
            buttonAction("tradeoff.show_all", TradeOffActions::tr("Show all runs"),
                         {{QStringLiteral("tradeoff.tab"), QStringLiteral("chart")}}),
            buttonAction("tradeoff.keep_live",
                         TradeOffActions::tr("Keep the live setting as a run"), live),
            buttonAction("tradeoff.add_to_compare",
                         TradeOffActions::tr("Put the run's weights beside others"))};
}

std::vector<Action> experimentActions() {
    std::vector<Action> all;
    for (const ShippedExperiment& shipped : shippedExperiments()) {
        all.push_back(experimentAction(lookActionName(shipped),
                                       TradeOffActions::tr("%1: first look").arg(shipped.name),
                                       shipped, 1, firstLook));
        all.push_back(experimentAction(
            runActionName(shipped),
            TradeOffActions::tr("%1: all %2 seeds").arg(shipped.name).arg(shipped.seeds), shipped,
            shipped.seeds, shippedExperiment));
    }
    all.push_back({QStringLiteral("tradeoff.run_file"),
                   TradeOffActions::tr("Run an experiment from a file…"),
                   {},
                   [](const ActionPlace& place) { pageOf(place).runFile(); },
                   [](const Workbench& bench) { return idle(bench, {}); }});
    return all;
}

/// What the chart does by itself.
std::vector<Action> chartKeys() {
    return {
        {QStringLiteral("tradeoff.point_move"),
         TradeOffActions::tr("On the chart: from run to run by size"),
         QStringLiteral("Left; Right"), nullptr, nullptr, ActionKind::Key},
        {QStringLiteral("tradeoff.point_open"),
         TradeOffActions::tr("On the chart and in the table: open the run in Train"),
         QStringLiteral("Return"), nullptr, nullptr, ActionKind::Key},
        {QStringLiteral("tradeoff.point_closer"), TradeOffActions::tr("On the chart: look closer"),
         QStringLiteral("+"), nullptr, nullptr, ActionKind::Key},
        {QStringLiteral("tradeoff.point_all"),
         TradeOffActions::tr("On the chart: show all runs again"), QStringLiteral("Esc"), nullptr,
         nullptr, ActionKind::Key}};
}

}  // namespace

QString lookActionName(const ShippedExperiment& shipped) {
    return QStringLiteral("tradeoff.look_") + shipped.id;
}

QString runActionName(const ShippedExperiment& shipped) {
    return QStringLiteral("tradeoff.run_") + shipped.id;
}

std::vector<Action> tradeOffActions() {
    std::vector<Action> all;
    for (auto more : {runActions(), viewActions(), experimentActions(), chartKeys()}) {
        std::ranges::move(more, std::back_inserter(all));
    }
    return all;
}

}  // namespace zeropoint::ui
