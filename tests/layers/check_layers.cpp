// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layers/layer_rules.h"

#include <QtTest>

using namespace zeropoint::test;

/// Reads the project itself and demands that no include runs the wrong way.
class CheckLayers : public QObject {
    Q_OBJECT

private slots:
    void everyIncludeRunsTheRightWay() {
        const SourceTree tree = SourceTree::read(ZEROPOINT_SOURCE_DIR);
        QVERIFY2(tree.paths().contains("core/support/error.h"), "the sources were not found");
        QStringList found;
        for (const Violation& violation : checkLayers(tree)) {
            found.append(violation.text());
        }
        QVERIFY2(found.isEmpty(), qPrintable('\n' + found.join('\n')));
    }
};

QTEST_APPLESS_MAIN(CheckLayers)
#include "check_layers.moc"
