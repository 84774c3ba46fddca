// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/actions.h"

#include "ui/actions/button_action.h"
#include "ui/controls/anchor.h"
#include "ui/state/trade_off.h"
#include "ui/state/training_session.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QUndoStack>

#include <algorithm>
#include <functional>
#include <utility>

namespace zeropoint::ui {
namespace {

const QString windowPage = QStringLiteral("window");

/// One key without Ctrl, Alt or Meta that writes something: a letter, a digit, Space, '?'. Such a
/// key belongs to the widget with the focus first.
bool isSingle(const QKeySequence& keys) {
    if (keys.count() != 1) {
        return false;
    }
    const QKeyCombination chord = keys[0];
    return (chord.keyboardModifiers() & ~Qt::ShiftModifier) == Qt::NoModifier &&
           chord.key() < Qt::Key_Escape;
}

/// The key as sequences name it: Shift makes '?' of '/', and is no part of it.
QKeySequence sequenceOf(const QKeyEvent& event) {
    const bool letter = event.key() >= Qt::Key_A && event.key() <= Qt::Key_Z;
    const Qt::KeyboardModifiers shift = letter || event.key() == Qt::Key_Space
                                            ? event.modifiers() & Qt::ShiftModifier
                                            : Qt::KeyboardModifiers();
    return QKeySequence(QKeyCombination(shift, static_cast<Qt::Key>(event.key())));
}

bool typesText(const QWidget* widget) {
    const auto* box = qobject_cast<const QComboBox*>(widget);
    return qobject_cast<const QLineEdit*>(widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
           qobject_cast<const QTextEdit*>(widget) != nullptr ||
           qobject_cast<const QPlainTextEdit*>(widget) != nullptr ||
           (box != nullptr && box->isEditable());
}

/// Whether the field would take back, or make again, something that is being written in it.
bool undoes(const QObject* field, const QKeySequence& keys) {
    const auto* line = qobject_cast<const QLineEdit*>(field);
    return line == nullptr ||
           (QKeySequence::keyBindings(QKeySequence::Undo).contains(keys) ? line->isUndoAvailable()
                                                                         : line->isRedoAvailable());
}

/// Text fields know keys of editors, such as Ctrl+K, and take them first. Those of the window go
/// before; undo and redo are the field's own while it is written in. A key of what cannot be done
/// now is no shortcut, which Qt would swallow, but a key, which the window answers.
class BeforeTextFields : public QObject {
public:
    BeforeTextFields(const std::vector<Action>& all,
                     std::function<bool(const QKeySequence&)> cannotBeDone, QObject* parent)
        : QObject(parent), m_cannotBeDone(std::move(cannotBeDone)) {
        for (const Action& action : all) {
            if (pageOf(action) == windowPage || action.kind == ActionKind::Page) {
                m_keys += keysOf(action);
            }
        }
        m_writing = QKeySequence::keyBindings(QKeySequence::Undo) +
                    QKeySequence::keyBindings(QKeySequence::Redo);
        m_keys.removeIf([](const QKeySequence& keys) { return isSingle(keys); });
        if (auto* application = QCoreApplication::instance()) {
            application->installEventFilter(this);
        }
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::ShortcutOverride) {
            const QKeySequence keys(static_cast<QKeyEvent*>(event)->keyCombination());
            if (m_cannotBeDone(keys)) {
                event->accept();
                return true;
            }
            if (m_keys.contains(keys) && !(m_writing.contains(keys) && undoes(watched, keys))) {
                event->ignore();
                return true;
            }
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QList<QKeySequence> m_keys;
    QList<QKeySequence> m_writing;  ///< undo and redo
    std::function<bool(const QKeySequence&)> m_cannotBeDone;
};

QString tipOf(const Action& action, const ActionState& state) {
    if (!state.missing.isEmpty()) {
        return state.missing;
    }
    const QString what = !state.tip.isEmpty()    ? state.tip
                         : !state.text.isEmpty() ? state.text
                                                 : action.title;
    return action.keys.isEmpty() ? what : QStringLiteral("%1 (%2)").arg(what, keysText(action));
}

}  // namespace

Actions::Actions(Workbench& bench, QWidget* window, std::vector<Action> all)
    : QObject(&bench), m_bench(bench), m_window(window), m_all(std::move(all)) {
    for (const Action& action : m_all) {
        Q_ASSERT(!m_index.contains(action.name));
        m_index.insert(action.name, &action);
        if (action.kind != ActionKind::Key) {
            makeMenuAction(action);
        }
    }
    new BeforeTextFields(
        m_all, [this](const QKeySequence& keys) { return !whyNot(keys).isEmpty(); }, this);
    watch();
    giveKeys();
    refresh();
}

Actions& Actions::of(Workbench& bench) {
    auto* actions = bench.findChild<Actions*>(QString(), Qt::FindDirectChildrenOnly);
    if (actions == nullptr) {
        qFatal("there is no window whose actions these are");
    }
    return *actions;
}

const Action* Actions::find(const QString& name) const {
    return m_index.value(name);
}

ActionState Actions::state(const Action& action) const {
    return action.state ? action.state(m_bench) : ActionState();
}

Result<void> Actions::run(const QString& name) {
    const Action* action = find(name);
    if (action == nullptr || action->kind == ActionKind::Key) {
        return fail(ErrorCode::NotFound, "There is no such action", name.toStdString(),
                    "zeropoint --list actions names them all");
    }
    if (const QString missing = state(*action).missing; !missing.isEmpty()) {
        return fail(ErrorCode::InvalidArgument, "This cannot be done now", name.toStdString(),
                    missing.toStdString());
    }
    if (const QString page = pageOf(*action); page != windowPage && page != m_page) {
        emit pageWanted(page);
    }
    if (action->run) {
        action->run({m_bench, m_window, m_pageWidget});
    }
    emit done(name);
    return {};
}

void Actions::makeMenuAction(const Action& action) {
    auto* made = new QAction(action.title, m_window);
    made->setObjectName(QStringLiteral("action_") + action.name);
    connect(made, &QAction::triggered, this, [this, name = action.name] { (void)run(name); });
    m_menuActions.insert(action.name, made);
    m_window->addAction(made);
}

/// Keys of a page that is not shown are free for the page that is.
void Actions::giveKeys() {
    for (const Action& action : m_all) {
        QAction* made = menuAction(action.name);
        if (made == nullptr) {
            continue;
        }
        const QString page = pageOf(action);
        const bool here = page == windowPage || page == m_page || action.kind == ActionKind::Page;
        QList<QKeySequence> keys = here && !action.ownKeys ? keysOf(action) : QList<QKeySequence>();
        keys.removeIf(isSingle);
        made->setShortcuts(keys);
    }
}

void Actions::setPage(const QString& id, QWidget* page) {
    m_pageWidget = page;
    if (m_page != id) {
        m_page = id;
        giveKeys();
    }
}

QString Actions::whyNot(const QKeySequence& keys) const {
    for (const Action& action : m_all) {
        const QAction* made = menuAction(action.name);
        if (made != nullptr && made->shortcuts().contains(keys)) {
            return state(action).missing;
        }
    }
    return {};
}

bool Actions::takeKey(const QKeyEvent& event) {
    if (const QString missing = whyNot(QKeySequence(event.keyCombination())); !missing.isEmpty()) {
        if (!event.isAutoRepeat()) {
            m_bench.tell(missing);
        }
        return true;
    }
    const Qt::KeyboardModifiers others =
        event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (others != Qt::NoModifier || event.isAutoRepeat() || !m_bench.views().window->singleKeys ||
        typesText(QApplication::focusWidget())) {
        return false;
    }
    const QKeySequence keys = sequenceOf(event);
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const Action& action) {
        const QString page = pageOf(action);
        return (page == windowPage || page == m_page) && action.kind != ActionKind::Key &&
               isSingle(keys) && keysOf(action).contains(keys);
    });
    if (found != m_all.end()) {
        if (const auto done = run(found->name); !done) {
            m_bench.tell(QString::fromStdString(done.error().remedy));
        }
    }
    return found != m_all.end();
}

QJsonArray Actions::describe(const std::vector<Action>& all) {
    QJsonArray array;
    for (const Action& action : all) {
        QJsonArray keys;
        for (const QKeySequence& sequence : keysOf(action)) {
            keys.append(sequence.toString(QKeySequence::PortableText));
        }
        array.append(QJsonObject{{QStringLiteral("name"), action.name},
                                 {QStringLiteral("kind"), kindName(action.kind)},
                                 {QStringLiteral("page"), pageOf(action)},
                                 {QStringLiteral("title"), action.title},
                                 {QStringLiteral("keys"), keys},
                                 {QStringLiteral("button"), action.button}});
    }
    return array;
}

/// What the usual conditions hang on. What follows every step of a hand (the live result) is not
/// among it.
void Actions::watch() {
    const auto on = [this](auto* sender, auto... signal) {
        (connect(sender, signal, this, &Actions::refresh), ...);
    };
    on(&m_bench.undoStack(), &QUndoStack::canUndoChanged, &QUndoStack::canRedoChanged,
       &QUndoStack::undoTextChanged, &QUndoStack::redoTextChanged);
    on(&m_bench, &Workbench::sourceChanged, &Workbench::fileChanged, &Workbench::compareChanged);
    on(&m_bench.training(), &TrainingSession::nextChanged, &TrainingSession::runsChanged,
       &TrainingSession::selectionChanged);
    on(&m_bench.tradeOff(), &TradeOff::runsChanged, &TradeOff::selectionChanged,
       &TradeOff::runningChanged);
    on(&m_bench.views().window, &ViewStateSignals::changed);
}

void Actions::refresh() {
    for (const Action& action : m_all) {
        if (QAction* made = menuAction(action.name)) {
            const ActionState now = state(action);
            made->setText(now.text.isEmpty() ? action.title : now.text);
            made->setToolTip(tipOf(action, now));
            made->setEnabled(now.missing.isEmpty());
        }
    }
    emit changed();
}

namespace {

const char* const restingProperty = "focusRests";

QWidget* focusableAbove(const QWidget* widget) {
    QWidget* above = widget->parentWidget();
    while (above != nullptr && above->focusPolicy() == Qt::NoFocus) {
        above = above->parentWidget();
    }
    return above;
}

/// A button that cannot be pressed for a moment must not hand the keyboard to its neighbour, which
/// the next press of Space would trigger: the focus rests on what is around it and comes back.
void enable(QAbstractButton* button, bool on) {
    if (!on && button->hasFocus()) {
        button->setProperty(restingProperty, true);
        if (QWidget* above = focusableAbove(button)) {
            above->setFocus(Qt::OtherFocusReason);
        } else {
            button->clearFocus();
        }
    }
    button->setEnabled(on);
    if (on && button->property(restingProperty).toBool()) {
        button->setProperty(restingProperty, false);
        const QWidget* now = button->window()->focusWidget();
        if (now == nullptr || now->isAncestorOf(button)) {
            button->setFocus(Qt::OtherFocusReason);
        }
    }
}

}  // namespace

void bindAction(QAbstractButton* button, Workbench& bench, const QString& name) {
    Actions& actions = Actions::of(bench);
    const Action* action = actions.find(name);
    if (action == nullptr) {
        qFatal("there is no action %s", qPrintable(name));
    }
    setAction(button, name);
    if (action->button) {
        setAnchor(button, name);
    }
    const bool icon = !button->icon().isNull();
    const bool ownText = !button->text().isEmpty();
    const auto show = [button, &actions, action, icon, ownText] {
        const ActionState now = actions.state(*action);
        const QString text = now.text.isEmpty() ? action->title : now.text;
        if (icon) {
            button->setAccessibleName(text);
        } else if (!ownText) {
            button->setText(text);
        }
        button->setToolTip(tipOf(*action, now));
        enable(button, now.missing.isEmpty());
    };
    QObject::connect(&actions, &Actions::changed, button, show);
    QObject::connect(button, &QAbstractButton::clicked, &actions,
                     [&actions, name] { (void)actions.run(name); });
    show();
}

}  // namespace zeropoint::ui
