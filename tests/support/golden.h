// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QString>
#include <QtTest>

namespace zeropoint::test {

/// Path of a golden file or folder below the shared data; the environment variable
/// ZEROPOINT_SHARED_DATA overrides the place chosen at build time.
QString golden(const QString& relative);

/// Path of a file that the project itself ships for its tests.
QString testData(const QString& relative);

inline QByteArray readAll(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace zeropoint::test

/// Skips a test loudly where the golden data is not there; never passes silently.
#define ZEROPOINT_NEED_GOLDEN(relative)                                \
    do {                                                               \
        if (!QFileInfo::exists(zeropoint::test::golden(relative))) {   \
            QSKIP(qPrintable(QStringLiteral("golden data missing: ") + \
                             zeropoint::test::golden(relative)));      \
        }                                                              \
    } while (false)
