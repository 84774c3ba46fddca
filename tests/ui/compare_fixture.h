// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/workbench_fixture.h"
#include "ui/state/compare_state.h"

#include <QtTest>

#include <limits>
#include <vector>

namespace zeropoint::test {

/// 6 rows of 64 values between -0.5 and 0.5, of which the third is NaN but for one infinity: a .npy
/// file, whose tensor has no name.
inline QByteArray rowOfNan() {
    constexpr int rows = 6;
    constexpr int columns = 64;
    QByteArray header = "{'descr': '<f4', 'fortran_order': False, 'shape': (6, 64), }";
    header = header.leftJustified(117, ' ') + '\n';
    QByteArray bytes("\x93NUMPY\x01\x00", 8);
    bytes += char(header.size());
    bytes += '\0';
    bytes += header;
    for (int i = 0; i < rows * columns; ++i) {
        const bool odd = i / columns == 2;
        const float value = !odd               ? float(i * 37 % 101 - 50) / 100
                            : i % columns == 0 ? std::numeric_limits<float>::infinity()
                                               : std::numeric_limits<float>::quiet_NaN();
        bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    return bytes;
}

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
