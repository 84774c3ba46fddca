// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layers/source_tree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace zeropoint::test {

SourceTree::SourceTree(const QHash<QString, QString>& texts) : m_paths(texts.keys()) {
    m_paths.sort();
    static const QRegularExpression pattern(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    for (const QString& path : m_paths) {
        const QStringList lines = texts.value(path).split('\n');
        for (int i = 0; i < lines.size(); ++i) {
            const QRegularExpressionMatch match = pattern.match(lines[i]);
            if (match.hasMatch()) {
                const QString name = match.captured(1);
                m_includes[path].append({i + 1, name, resolve(path, name)});
            }
        }
    }
}

SourceTree SourceTree::read(const QString& root) {
    const QDir base(root);
    QHash<QString, QString> texts;
    for (const char* folder : {"app", "bench", "core", "tests", "ui"}) {
        QDirIterator files(base.filePath(folder), {"*.cpp", "*.h", "*.ui"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly)) {
                texts.insert(base.relativeFilePath(file.fileName()),
                             QString::fromUtf8(file.readAll()));
            }
        }
    }
    return SourceTree(texts);
}

QString SourceTree::resolve(const QString& from, const QString& name) const {
    const QString folder = from.section('/', 0, -2);
    for (const QString& candidate : {QDir::cleanPath(folder + '/' + name), QDir::cleanPath(name)}) {
        if (m_paths.contains(candidate)) {
            return candidate;
        }
    }
    return {};
}

}  // namespace zeropoint::test
