// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/action.h"

#include <QJsonValue>
#include <QPair>

class QAbstractButton;

namespace zeropoint::ui {

/// The settings that open the tab on which something stands.
using Bring = QList<QPair<QString, QJsonValue>>;

/// An action that a button of a page does by itself: its text, its tool tip and whether it can be
/// pressed are its own. Running the action brings up what the button stands on and presses it;
/// where it cannot be pressed, the window says why.
Action buttonAction(const char* name, const QString& title, const Bring& bring = {});

/// Makes a button the one that does an action: of buttonAction(), or of one that the button does
/// in words of its own.
void setAction(QAbstractButton* button, const QString& name);
/// The name of the action that a button does; empty: none.
QString actionOf(const QObject* button);

}  // namespace zeropoint::ui
