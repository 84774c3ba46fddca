// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/action.h"

namespace zeropoint::ui {

QString pageOf(const Action& action) {
    return action.name.section(QLatin1Char('.'), 0, 0);
}

QList<QKeySequence> keysOf(const Action& action) {
    return action.keys.isEmpty()
               ? QList<QKeySequence>()
               : QKeySequence::listFromString(action.keys, QKeySequence::PortableText);
}

QString keysText(const Action& action) {
    QStringList texts;
    for (const QKeySequence& keys : keysOf(action)) {
        texts << keys.toString(QKeySequence::NativeText);
    }
    return texts.join(QStringLiteral(", "));
}

QString kindName(ActionKind kind) {
    switch (kind) {
        case ActionKind::Action:
            return QStringLiteral("action");
        case ActionKind::Page:
            return QStringLiteral("page");
        case ActionKind::Key:
            return QStringLiteral("key");
    }
    return {};
}

}  // namespace zeropoint::ui
