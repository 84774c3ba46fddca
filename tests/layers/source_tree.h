// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace zeropoint::test {

/// One `#include` of a file.
struct Include {
    int line = 0;    ///< counted from 1
    QString name;    ///< as written between the quotes or brackets
    QString target;  ///< path from the project's root when the project holds that file, else empty
};

/// The project's files (path from the root -> includes), with every include resolved.
class SourceTree {
public:
    /// @param texts path from the root -> contents.
    explicit SourceTree(const QHash<QString, QString>& texts);

    /// Reads every .cpp, .h and .ui file below the project's source folders.
    static SourceTree read(const QString& root);

    QStringList paths() const { return m_paths; }
    QList<Include> includes(const QString& path) const { return m_includes.value(path); }

private:
    QString resolve(const QString& from, const QString& name) const;

    QStringList m_paths;  ///< sorted
    QHash<QString, QList<Include>> m_includes;
};

}  // namespace zeropoint::test
