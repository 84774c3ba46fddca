// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/button_action.h"

#include "ui/state/settings_catalogue.h"
#include "ui/state/workbench.h"

#include <QAbstractButton>
#include <QVariant>
#include <QWidget>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr char property[] = "action";

void press(const ActionPlace& place, const QString& name, const QString& title) {
    const QList<QAbstractButton*> buttons = place.window->findChildren<QAbstractButton*>();
    const auto found = std::find_if(buttons.begin(), buttons.end(), [&](QAbstractButton* button) {
        return actionOf(button) == name && button->isVisibleTo(place.window);
    });
    if (found == buttons.end()) {
        place.bench.report({ErrorCode::InvalidArgument, "This cannot be done now",
                            title.toStdString(), "It does not apply to what is shown"});
    } else if (!(*found)->isEnabled()) {
        place.bench.report({ErrorCode::InvalidArgument, "This cannot be done now",
                            title.toStdString(), (*found)->toolTip().toStdString()});
    } else {
        (*found)->click();
    }
}

}  // namespace

Action buttonAction(const char* name, const QString& title, const Bring& bring) {
    Action action;
    action.name = QString::fromLatin1(name);
    action.title = title;
    action.run = [name = action.name, title, bring](const ActionPlace& place) {
        for (const auto& [setting, value] : bring) {
            (void)place.bench.settings().set(setting, value);
        }
        press(place, name, title);
    };
    return action;
}

void setAction(QAbstractButton* button, const QString& name) {
    button->setProperty(property, name);
}

QString actionOf(const QObject* button) {
    return button->property(property).toString();
}

}  // namespace zeropoint::ui
