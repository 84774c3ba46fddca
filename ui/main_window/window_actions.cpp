// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/window_actions.h"

#include "ui/actions/button_action.h"
#include "ui/main_window/documents.h"
#include "ui/main_window/exports.h"
#include "ui/main_window/keys_sheet.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/regions.h"
#include "ui/pages/page.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"

#include <QApplication>
#include <QCoreApplication>
#include <QUndoStack>

#include <algorithm>
#include <iterator>
#include <utility>

namespace zeropoint::ui {
namespace {

class WindowActions {
    Q_DECLARE_TR_FUNCTIONS(WindowActions)
};

MainWindow& windowOf(const ActionPlace& place) {
    return *static_cast<MainWindow*>(place.window);
}

/// An action of a function of the window's documents.
Action documentAction(const char* name, const QString& title, const char* keys,
                      void (Documents::*act)()) {
    return {QString::fromLatin1(name), title, QString::fromLatin1(keys),
            [act](const ActionPlace& place) { (windowOf(place).documents().*act)(); }, nullptr};
}

ActionState undoState(const Workbench& bench) {
    const QUndoStack& stack = bench.undoStack();
    return stack.canUndo()
               ? ActionState{WindowActions::tr("Undo: %1").arg(stack.undoText()), {}, {}}
               : ActionState{{}, {}, WindowActions::tr("Nothing was changed yet")};
}

ActionState redoState(const Workbench& bench) {
    const QUndoStack& stack = bench.undoStack();
    return stack.canRedo()
               ? ActionState{WindowActions::tr("Redo: %1").arg(stack.redoText()), {}, {}}
               : ActionState{{}, {}, WindowActions::tr("Nothing was undone")};
}

std::vector<Action> changeActions() {
    return {
        {QStringLiteral("window.undo"), WindowActions::tr("Undo"), QStringLiteral("Ctrl+Z"),
         [](const ActionPlace& place) { place.bench.undoStack().undo(); }, undoState},
        {QStringLiteral("window.redo"), WindowActions::tr("Redo"), QStringLiteral("Ctrl+Shift+Z"),
         [](const ActionPlace& place) { place.bench.undoStack().redo(); }, redoState},
    };
}

ActionState themeState(const Workbench& bench) {
    return {bench.views().window->dark ? WindowActions::tr("Light theme")
                                       : WindowActions::tr("Dark theme"),
            {},
            {}};
}

Action themeAction(const char* name, const QString& title, bool dark) {
    return {QString::fromLatin1(name),
            title,
            {},
            [dark](const ActionPlace& place) { windowOf(place).setDark(dark); },
            nullptr};
}

constexpr int lastZoom = static_cast<int>(std::size(zoomPercents)) - 1;

/// To a neighbour of what is chosen now.
Action zoomAction(const char* name, const QString& title, const char* keys, int step) {
    return {QString::fromLatin1(name), title, QString::fromLatin1(keys),
            [step](const ActionPlace& place) {
                ViewState<WindowView>& window = place.bench.views().window;
                window.set(&WindowView::zoom, std::clamp(window->zoom + step, 0, lastZoom));
            },
            [step](const Workbench& bench) {
                const int zoom = bench.views().window->zoom + step;
                return zoom >= 0 && zoom <= lastZoom
                           ? ActionState{{}, {}, {}}
                           : ActionState{{}, {}, WindowActions::tr("It ends here")};
            }};
}

std::vector<Action> lookActions() {
    return {
        themeAction("window.light_theme", WindowActions::tr("Light theme"), false),
        themeAction("window.dark_theme", WindowActions::tr("Dark theme"), true),
        zoomAction("window.larger", WindowActions::tr("Draw everything larger"),
                   "Ctrl++; Ctrl+=", 1),
        zoomAction("window.smaller", WindowActions::tr("Draw everything smaller"), "Ctrl+-", -1),
    };
}

/// The window's one, made when it is first needed.
Exports& exportsOf(const ActionPlace& place) {
    auto* found = place.window->findChild<Exports*>();
    return found != nullptr ? *found : *new Exports(place.bench, place.window);
}

std::vector<Action> exportActions() {
    return {
        {QStringLiteral("window.export_tensor"), WindowActions::tr("Export the quantized tensor…"),
         QStringLiteral("Ctrl+E"),
         [](const ActionPlace& place) { exportsOf(place).chooseForTensor(); },
         [](const Workbench& bench) {
             return ActionState{{}, {}, Exports::whyNoTensor(bench)};
         }},
        {QStringLiteral("window.export_model"),
         WindowActions::tr("Export the open model…"),
         {},
         [](const ActionPlace& place) { exportsOf(place).chooseForModel(); },
         [](const Workbench& bench) {
             return ActionState{{},
                                WindowActions::tr("Its weights under the settings of Calibrate"),
                                Exports::whyNoModel(bench)};
         }},
        {QStringLiteral("window.export_run"),
         WindowActions::tr("Export the model of the run…"),
         {},
         [](const ActionPlace& place) { exportsOf(place).chooseForRun(); },
         [](const Workbench& bench) {
             return ActionState{{}, {}, Exports::whyNoRun(bench)};
         }},
        {QStringLiteral("window.export_adapters"),
         WindowActions::tr("Export the adapters of the run…"),
         {},
         [](const ActionPlace& place) { exportsOf(place).chooseForAdapters(); },
         [](const Workbench& bench) {
             return ActionState{{}, {}, Exports::whyNoAdapters(bench)};
         }},
    };
}

std::vector<Action> windowActions() {
    return {
        documentAction("window.open", WindowActions::tr("Open…"), "Ctrl+O", &Documents::choose),
        documentAction("window.save_session", WindowActions::tr("Save session…"), "Ctrl+S",
                       &Documents::saveSession),
        documentAction("window.copy_settings", WindowActions::tr("Copy settings as text"), "",
                       &Documents::copySettings),
        documentAction("window.paste_settings", WindowActions::tr("Paste settings"), "",
                       &Documents::pasteSettings),
        {QStringLiteral("window.toggle_theme"),
         WindowActions::tr("Switch between light and dark theme"), QStringLiteral("Ctrl+L"),
         [](const ActionPlace& place) {
             windowOf(place).setDark(!place.bench.views().window->dark);
         },
         themeState},
        {QStringLiteral("window.toggle_coach"), WindowActions::tr("Open or close the Coach"),
         QStringLiteral("F9"),
         [](const ActionPlace& place) {
             windowOf(place).setCoachOpen(!windowOf(place).coachOpen());
         },
         nullptr},
        buttonAction("window.coach_reveal", WindowActions::tr("Reveal the Coach's answer")),
        buttonAction("window.coach_try", WindowActions::tr("Try what the Coach proposes")),
        {QStringLiteral("window.palette"), WindowActions::tr("Find anything…"),
         QStringLiteral("Ctrl+K"), [](const ActionPlace& place) { windowOf(place).openPalette(); },
         nullptr},
        {QStringLiteral("window.find_tensor"), WindowActions::tr("Pick a tensor of the file…"),
         QStringLiteral("Ctrl+T"),
         [](const ActionPlace& place) { windowOf(place).openPalette(QStringLiteral("tensors")); },
         [](const Workbench& bench) {
             return ActionState{
                 {}, {}, bench.file() ? QString() : WindowActions::tr("Open a file first")};
         }},
        {QStringLiteral("window.keys"), WindowActions::tr("Keyboard shortcuts"),
         QStringLiteral("?"),
         [](const ActionPlace& place) { showKeysSheet(place.bench, place.window); }, nullptr},
        {QStringLiteral("window.next_region"), WindowActions::tr("Next part of the window"),
         QStringLiteral("F6"), [](const ActionPlace& place) { moveToRegion(place.window, 1); },
         nullptr},
        {QStringLiteral("window.previous_region"), WindowActions::tr("Previous part of the window"),
         QStringLiteral("Shift+F6"),
         [](const ActionPlace& place) { moveToRegion(place.window, -1); }, nullptr},
        {QStringLiteral("window.next_card"), WindowActions::tr("Next card of the page"),
         QStringLiteral("Ctrl+F6"), [](const ActionPlace& place) { moveToCard(place.window, 1); },
         nullptr},
        {QStringLiteral("window.previous_card"), WindowActions::tr("Previous card of the page"),
         QStringLiteral("Ctrl+Shift+F6"),
         [](const ActionPlace& place) { moveToCard(place.window, -1); }, nullptr},
        {QStringLiteral("window.form_move"), WindowActions::tr("In a form: from field to field"),
         QStringLiteral("Up; Down"), nullptr, nullptr, ActionKind::Key},
        {QStringLiteral("window.form_box"),
         WindowActions::tr("In a form: from a drop-down box to the next field"),
         QStringLiteral("Left; Right"), nullptr, nullptr, ActionKind::Key},
        {QStringLiteral("window.cancel_job"),
         WindowActions::tr("Twice: cancel the job that runs, after a question"),
         QStringLiteral("Esc"), nullptr, nullptr, ActionKind::Key},
        {QStringLiteral("window.help"), WindowActions::tr("Help on what has the focus"),
         QStringLiteral("F1"), nullptr, nullptr, ActionKind::Key},
        {QStringLiteral("window.term"),
         WindowActions::tr("What the word or figure under the pointer, or in focus, means"),
         QStringLiteral("Shift+F1"), nullptr, nullptr, ActionKind::Key},
        {QStringLiteral("window.quit"), WindowActions::tr("Quit"), QStringLiteral("Ctrl+Q"),
         [](const ActionPlace&) { QApplication::closeAllWindows(); }, nullptr},
    };
}

}  // namespace

std::vector<Action> allActions(const std::vector<PageEntry>& pages) {
    std::vector<Action> all = windowActions();
    const auto add = [&all](std::vector<Action> more) {
        all.insert(all.end(), std::make_move_iterator(more.begin()),
                   std::make_move_iterator(more.end()));
    };
    add(exportActions());
    add(changeActions());
    add(lookActions());
    int number = 0;
    for (const PageEntry& page : pages) {
        Action show{page.id + QStringLiteral(".show"), page.title,
                    QStringLiteral("Ctrl+%1").arg(++number), nullptr, nullptr};
        show.kind = ActionKind::Page;
        show.button = true;
        all.push_back(std::move(show));
    }
    for (const PageEntry& page : pages) {
        if (page.actions != nullptr) {
            add(page.actions());
        }
    }
    return all;
}

QStringList buttonNames(const std::vector<Action>& actions) {
    QStringList names;
    for (const Action& action : actions) {
        if (action.button) {
            names << action.name;
        }
    }
    return names;
}

}  // namespace zeropoint::ui
