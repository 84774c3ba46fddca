// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"

namespace zeropoint::test {

QString golden(const QString& relative) {
    const QString root =
        qEnvironmentVariable("ZEROPOINT_SHARED_DATA", QStringLiteral(ZEROPOINT_SHARED_DATA));
    return QDir(root).filePath(relative);
}

QString testData(const QString& relative) {
    return QDir(QStringLiteral(ZEROPOINT_TEST_DATA)).filePath(relative);
}

}  // namespace zeropoint::test
