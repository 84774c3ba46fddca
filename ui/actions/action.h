// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace zeropoint::ui {

class Workbench;

/// How an action stands now.
struct ActionState {
    QString text;     ///< where it is not the title: "Resume" of the action "Pause"
    QString tip;      ///< what it would do; empty: no more than its text says
    QString missing;  ///< why it cannot be done; empty: it can
};

/// Where an action is done.
struct ActionPlace {
    Workbench& bench;
    QWidget* window;  ///< parent of dialogs
    QWidget* page;    ///< the action's own page, which is shown; another one for window actions
};

enum class ActionKind {
    Action,
    Page,  ///< brings a page up
    Key,   ///< what a widget does by itself while it has the focus: only the sheet of keys lists it
};

/// Something that can be done, by a name that never changes and is never translated. Menus, buttons
/// (bindAction()), shortcuts, the sheet of keys and the command palette are made of it.
struct Action {
    QString name;   ///< "train.queue": its page first, or "window"
    QString title;  ///< translated
    /// As QKeySequence::PortableText, more than one separated by "; ". A key alone never fires in a
    /// text field; keys of a page's action work while that page is shown.
    QString keys;
    /// Called with the page shown and nothing missing.
    std::function<void(const ActionPlace&)> run;
    /// Without one it can always be done. Asked often, also while the page is not built.
    std::function<ActionState(const Workbench&)> state;
    ActionKind kind = ActionKind::Action;
    /// A button of its page is bound to it, which can be pointed at by the action's name.
    bool button = false;
    /// The page listens to the keys itself: widgets of it would take them first.
    bool ownKeys = false;
};

QString pageOf(const Action& action);
QList<QKeySequence> keysOf(const Action& action);
/// "Ctrl+O" in the language of the program; empty: none.
QString keysText(const Action& action);
QString kindName(ActionKind kind);  ///< "action", "page", "key"

}  // namespace zeropoint::ui
