// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/workbench_fixture.h"
#include "ui/state/compare_state.h"

#include <QtTest>

#include <vector>

namespace zeropoint::test {

/// The Compare page over a matrix whose rows differ: outlier channels.
struct CompareFixture : WorkbenchFixture {
    CompareFixture() {
        window->showPageById(QStringLiteral("compare"));
        draw({"outlier-channels", {{"rows", 64}, {"cols", 512}, {"seed", 7}}});
        measure();
    }

    /// Until everything has its figures.
    void measure() {
        QVERIFY(jobs.waitForIdle(waitMilliseconds));
        QCoreApplication::processEvents();
    }
    const std::vector<QuantScheme>& columns() { return bench->compare().columns; }
};

}  // namespace zeropoint::test
