// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/layers/source_tree.h"

#include <QList>
#include <QString>

namespace zeropoint::test {

/// An include, or a file, that breaks a rule of the house.
struct Violation {
    QString path;
    int line = 0;
    QString rule;

    QString text() const { return QStringLiteral("%1:%2: %3").arg(path).arg(line).arg(rule); }
};

/// Every place where the tree breaks a direction that docs/ARCHITECTURE.md states.
QList<Violation> checkLayers(const SourceTree& tree);

}  // namespace zeropoint::test
