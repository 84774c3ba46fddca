// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTemporaryDir>

namespace zeropoint::test {

/// A file of given bytes that lives as long as the object.
class TemporaryFile {
public:
    explicit TemporaryFile(const QByteArray& bytes, const QString& name = QStringLiteral("file"))
        : m_path(m_folder.filePath(name)) {
        QFile file(m_path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("cannot write %s", qPrintable(m_path));
        }
    }

    QString qpath() const { return m_path; }
    std::string path() const { return m_path.toStdString(); }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

}  // namespace zeropoint::test
