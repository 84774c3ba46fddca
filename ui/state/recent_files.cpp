// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/recent_files.h"

#include <QFileInfo>
#include <QSettings>

namespace zeropoint::ui {
namespace {

constexpr int mostFiles = 8;
const QString key = QStringLiteral("recentFiles");

}  // namespace

QStringList recentFiles() {
    return QSettings().value(key).toStringList();
}

QStringList recentWeights() {
    QStringList files = recentFiles();
    files.removeIf(isSessionFile);
    return files;
}

bool isSessionFile(const QString& path) {
    return path.endsWith(QStringLiteral(".zpw"));
}

void rememberRecentFile(const QString& path) {
    QStringList files = recentFiles();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    files.removeAll(absolute);
    files.prepend(absolute);
    QSettings().setValue(key, files.mid(0, mostFiles));
}

}  // namespace zeropoint::ui
