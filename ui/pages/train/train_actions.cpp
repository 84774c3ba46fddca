// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/train_actions.h"

#include "ui/actions/button_action.h"
#include "ui/pages/train/train_page.h"
#include "ui/state/trade_off.h"
#include "ui/state/training_session.h"
#include "ui/state/workbench.h"
#include "ui/text/durations.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace zeropoint::ui {
namespace {

class TrainActions {
    Q_DECLARE_TR_FUNCTIONS(TrainActions)
};

TrainingSession& sessionOf(const ActionPlace& place) {
    return place.bench.training();
}

TrainPage& pageOf(const ActionPlace& place) {
    return *static_cast<TrainPage*>(place.page);
}

/// `missing` counts where it cannot be done.
ActionState usable(bool can, const QString& tip, const QString& missing, const QString& text = {}) {
    return can ? ActionState{text, tip, {}} : ActionState{text, {}, missing};
}

/// What the next run takes at the pace of the youngest one that trained as it will; empty: none
/// did.
QString lengthOfNext(const TrainingSession& session) {
    const NextRun& next = session.next();
    const auto& runs = session.runs();
    const auto like = std::find_if(runs.rbegin(), runs.rend(), [&](const RunRecord& run) {
        return run.method() == next.method.method && run.step > 0 && run.seconds > 0 &&
               run.plan.training.batch == next.training.batch &&
               run.facts.model == session.draft().model();
    });
    if (like == runs.rend()) {
        return {};
    }
    const double pace = like->seconds / static_cast<double>(like->step);
    return TrainActions::tr("%1, an estimate from the steps of %2")
        .arg(aboutTime(pace * static_cast<double>(next.training.steps)), like->name);
}

ActionState queueState(const Workbench& bench) {
    const bool running = bench.training().runningRun() != nullptr;
    const QString length = lengthOfNext(bench.training());
    return usable(bench.training().draft().ready(),
                  length.isEmpty() ? TrainActions::tr("Train with these settings")
                                   : TrainActions::tr("Train with these settings: %1").arg(length),
                  TrainActions::tr("A setting does not work yet"),
                  running ? TrainActions::tr("Queue run") : TrainActions::tr("Start run"));
}

/// Of the selected run: a step is one of it.
bool isPaused(const TrainingSession& session) {
    const RunRecord* selected = session.selectedRun();
    return selected != nullptr && session.pausedRun() == selected;
}

ActionState pauseState(const Workbench& bench) {
    const TrainingSession& session = bench.training();
    const RunRecord* paused = session.pausedRun();
    return usable(session.runningRun() != nullptr || paused != nullptr,
                  paused != nullptr ? TrainActions::tr("Go on with %1").arg(paused->name)
                                    : TrainActions::tr("Pause"),
                  TrainActions::tr("No run is training"),
                  paused != nullptr ? TrainActions::tr("Resume") : TrainActions::tr("Pause"));
}

ActionState stepState(const Workbench& bench) {
    const TrainingSession& session = bench.training();
    const bool paused = isPaused(session);
    const bool starts = session.runningRun() == nullptr && session.draft().ready();
    return usable(paused || starts,
                  paused ? TrainActions::tr("One training step")
                         : TrainActions::tr("Start a run with one step and pause"),
                  TrainActions::tr("Pause the run first"), TrainActions::tr("Step"));
}

ActionState stopState(const Workbench& bench) {
    const RunRecord* run = bench.training().stoppable();
    const RunRecord* selected = bench.training().selectedRun();
    const QString text = TrainActions::tr("Stop");
    if (run == nullptr) {
        return {text,
                {},
                selected == nullptr ? TrainActions::tr("No run is training")
                                    : TrainActions::tr("%1 is over").arg(selected->name)};
    }
    return {text,
            run->state == RunState::Waiting
                ? TrainActions::tr("Take %1 out of the queue").arg(run->name)
                : TrainActions::tr("End %1; it keeps its curves").arg(run->name),
            {}};
}

ActionState removeState(const Workbench& bench) {
    const RunRecord* run = bench.training().selectedRun();
    if (run == nullptr) {
        return {{}, {}, TrainActions::tr("Select a run first")};
    }
    return usable(
        run->state != RunState::Running,
        TrainActions::tr("Take %1 out of the list (Delete); undo brings it back").arg(run->name),
        TrainActions::tr("Stop the run first"));
}

ActionState saveState(const Workbench& bench) {
    const TrainingSession& session = bench.training();
    const RunRecord* run = session.selectedRun();
    if (run == nullptr) {
        return {{}, {}, TrainActions::tr("There is no run yet")};
    }
    const bool full = run->method() == MethodKind::Full;
    return usable(run->snapshot && session.runningRun() == nullptr && !run->kept() && full,
                  run->open() ? TrainActions::tr("Weights, settings and the optimizer's state")
                              : TrainActions::tr("Weights, settings and the result"),
                  run->kept()
                      ? TrainActions::tr("The store keeps its weights, but nothing to go on from")
                  : !full ? TrainActions::tr("Only full training goes on from a file")
                          : TrainActions::tr("Pause the run to save it"));
}

ActionState saveQuantizedState(const Workbench& bench) {
    const TrainingSession& session = bench.training();
    const RunRecord* run = session.selectedRun();
    if (run == nullptr) {
        return {{}, {}, TrainActions::tr("There is no run yet")};
    }
    const bool can = RunFiles::savesQuantized(*run);
    return usable(can && session.runningRun() == nullptr,
                  TrainActions::tr("Codes and scales as packed as the size says, %1 in all; they "
                                   "open here and on Calibrate")
                      .arg(formatBytes(run->facts.bytes)),
                  can ? TrainActions::tr("Pause or stop the run that trains first")
                      : TrainActions::tr("For finished runs of PTQ and QAT that ran here"));
}

ActionState addState(const Workbench& bench) {
    const TrainingSession& session = bench.training();
    const RunRecord* run = session.selectedRun();
    if (run != nullptr && run->kept()) {
        return {{}, {}, TrainActions::tr("The Trade-off page has it")};
    }
    const bool repeatable = run != nullptr && session.repeatable(*run);
    return usable(repeatable && session.runningRun() == nullptr,
                  TrainActions::tr("Measure the run and keep it on the Trade-off page"),
                  repeatable
                      ? TrainActions::tr("Pause or stop the run that trains first")
                      : TrainActions::tr("For finished runs that can be repeated: from random "
                                         "weights in the task's own sizes, or from a sample; "
                                         "of PTQ too, where what it quantized is such a run"));
}

void togglePause(const ActionPlace& place) {
    TrainingSession& session = sessionOf(place);
    if (session.runningRun() != nullptr) {
        session.pause();
    } else {
        session.resume();
    }
}

Action button(const char* name, const QString& title, const char* keys,
              std::function<void(const ActionPlace&)> run, ActionState (*state)(const Workbench&)) {
    Action action{QString::fromLatin1(name), title, QString::fromLatin1(keys), std::move(run),
                  state};
    action.button = true;
    return action;
}

}  // namespace

std::vector<Action> trainActions() {
    return {
        button(
            "train.queue", TrainActions::tr("Start or queue a run"), "N",
            [](const ActionPlace& place) { sessionOf(place).queueRun(); }, queueState),
        button("train.pause", TrainActions::tr("Pause or resume the run"), "Space", togglePause,
               pauseState),
        button(
            "train.step", TrainActions::tr("One training step"), "",
            [](const ActionPlace& place) { sessionOf(place).step(); }, stepState),
        button(
            "train.stop", TrainActions::tr("Stop the run"), "",
            [](const ActionPlace& place) { sessionOf(place).stop(); }, stopState),
        button(
            "train.remove", TrainActions::tr("Remove run"), "",
            [](const ActionPlace& place) { sessionOf(place).removeSelected(); }, removeState),
        button(
            "train.open", TrainActions::tr("Open checkpoint…"), "",
            [](const ActionPlace& place) { pageOf(place).openCheckpoint(); }, nullptr),
        button(
            "train.save", TrainActions::tr("Save checkpoint…"), "",
            [](const ActionPlace& place) { pageOf(place).saveCheckpoint(); }, saveState),
        button(
            "train.save_quantized", TrainActions::tr("Save quantized…"), "",
            [](const ActionPlace& place) { pageOf(place).saveQuantized(); }, saveQuantizedState),
        button(
            "train.add", TrainActions::tr("Add to Trade-off"), "",
            [](const ActionPlace& place) {
                sessionOf(place).measureSelected(place.bench.tradeOff().folder());
            },
            addState),
        buttonAction("train.open_layer", TrainActions::tr("Open the layer's weights on Calibrate"),
                     {{QStringLiteral("train.tab"), QStringLiteral("inside")},
                      {QStringLiteral("train.inside"), QStringLiteral("layer")}}),
        {QStringLiteral("train.remove_key"), TrainActions::tr("In the list: remove the run"),
         QStringLiteral("Del"), nullptr, nullptr, ActionKind::Key},
        {QStringLiteral("train.diagram_open"),
         TrainActions::tr("On a layer of the diagram: open its weight on Calibrate"),
         QStringLiteral("Return"), nullptr, nullptr, ActionKind::Key},
    };
}

}  // namespace zeropoint::ui
