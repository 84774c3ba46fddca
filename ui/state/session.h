// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QString>

#include <vector>

namespace zeropoint::ui {

class Workbench;
struct InterviewView;
struct WorkbenchValues;

/// The visible workbench as a small readable text, and back: a JSON object with the version of
/// its format, where the tensor comes from, and the settings by their names (docs/SESSIONS.md).
/// Weights are not in it: files are found again by path, size and tensor name. What this version
/// does not know is kept and written back.
class Session : public QObject {
    Q_OBJECT

public:
    static constexpr int version = 1;
    static constexpr qint64 mostBytes = 16 << 20;

    explicit Session(Workbench& bench);

    /// The same state gives the same bytes.
    QByteArray text() const;
    /// Makes it the state; what takes time follows, then opened(). Fails, and changes nothing,
    /// for what is no session (Malformed) or a newer version's (Unsupported). What only does not
    /// fit, a file that is gone or an unknown setting, is left out and told by problems().
    /// `folder`: where files are looked for that are not at their path.
    Result<void> open(const QByteArray& text, const QString& folder = {});
    Result<void> openFile(const QString& path);
    /// Replaces the file when all of it is written.
    Result<void> save(const QString& path) const;

    /// The settings alone, to be copied and pasted; pasting is one step of undo for each part.
    QByteArray settingsText() const;
    Result<void> pasteSettings(const QByteArray& text);

signals:
    void opened();
    void problems(const std::vector<zeropoint::Error>& problems);

private:
    void restore(const WorkbenchValues& values, const QJsonObject& source);
    void tellMissing(const WorkbenchValues& values);
    void tellMissingCards(const InterviewView& view);
    void tellProblems();
    void restoreFile(const WorkbenchValues& values, const QJsonObject& source);

    Workbench& m_bench;
    QString m_folder;
    QJsonObject m_unknown;  ///< parts and settings that are not ours to lose
    QJsonObject m_missing;  ///< the source that could not be found
    QJsonObject m_undrawn;  ///< settings of a distribution, for as long as nothing is shown
    std::vector<Error> m_problems;
    int m_asked = 0;    ///< sessions that were opened
    int m_awaited = 0;  ///< parts of the last one that are still on their way
};

}  // namespace zeropoint::ui
