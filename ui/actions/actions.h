// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"
#include "ui/actions/action.h"

#include <QHash>
#include <QJsonArray>
#include <QObject>

class QAbstractButton;
class QAction;
class QKeyEvent;
class QKeySequence;

namespace zeropoint::ui {

/// The one registry of a window's actions: what can be done, whether it can be done now, and the
/// doing. The window makes it before its pages; they find it with Actions::of().
class Actions : public QObject {
    Q_OBJECT

public:
    /// Becomes a child of the workbench, so that whoever has that has the actions.
    Actions(Workbench& bench, QWidget* window, std::vector<Action> all);
    /// There must be a window.
    static Actions& of(Workbench& bench);

    const std::vector<Action>& all() const { return m_all; }
    /// Null for a name that there is not.
    const Action* find(const QString& name) const;
    ActionState state(const Action& action) const;
    /// Brings its page up and does it. NotFound for a name that there is not, InvalidArgument with
    /// the reason as remedy for what cannot be done now; nothing changes then.
    Result<void> run(const QString& name);
    /// For menus: text, keys, tool tip and whether it can be done follow the action.
    QAction* menuAction(const QString& name) const { return m_menuActions.value(name); }
    /// The page that is shown, whose actions' keys now work.
    void setPage(const QString& id, QWidget* page);
    const QString& page() const { return m_page; }
    /// A key that no widget took: does the action whose single key it is, never while a text is
    /// typed, or tells why the action of the key cannot be done now. Says whether there was one.
    bool takeKey(const QKeyEvent& event);
    /// [{"name", "kind", "page", "title", "keys", "button"}].
    static QJsonArray describe(const std::vector<Action>& all);

public slots:
    /// Asks every action anew; what the workbench tells by itself needs no call.
    void refresh();

signals:
    void changed();  ///< texts, reasons
    void pageWanted(const QString& page);
    void done(const QString& name);

private:
    void watch();
    void makeMenuAction(const Action& action);
    void giveKeys();
    /// Why the action of a shortcut cannot be done now; empty: it can, or the keys are no one's.
    QString whyNot(const QKeySequence& keys) const;

    Workbench& m_bench;
    QWidget* m_window;
    std::vector<Action> m_all;
    QHash<QString, const Action*> m_index;
    QHash<QString, QAction*> m_menuActions;
    QString m_page;
    QWidget* m_pageWidget = nullptr;
};

/// Makes a button do an action: text (unless it has its own), tool tip with the keys, and whether
/// it can be pressed follow the action. One that the action says it has (Action::button) can be
/// pointed at by its name.
void bindAction(QAbstractButton* button, Workbench& bench, const QString& name);

}  // namespace zeropoint::ui
