// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLockFile>
#include <QObject>
#include <QString>

#include <memory>

class QTimer;

namespace zeropoint::ui {

class Session;
class Workbench;

/// Keeps the session on the disk while the program runs, so that a crash loses nothing. Each
/// running program has a place of its own, held by a lock; a place whose program is gone without
/// closing holds a session to recover.
class Autosave : public QObject {
    Q_OBJECT

public:
    static constexpr int places = 16;

    /// Takes a place in the folder. Without one that can be written, nothing is saved: begin()
    /// tells.
    Autosave(Workbench& bench, Session& session, const QString& folder);

    /// The file of the session that ended without being closed; empty: none did.
    const QString& left() const { return m_left; }
    /// It is not wanted any more.
    void forgetLeft();
    /// It is being opened: it goes once all of it is here and saved at this program's own place.
    void takeLeft();
    /// From now on a change is saved as soon as the hand rests. What cannot be saved is told once.
    void begin();
    void save();
    /// The program ends as it should: nothing is left to recover.
    void close();

private:
    bool take(const QString& folder, int place);
    void endOpened();

    Workbench& m_bench;
    Session& m_session;
    std::unique_ptr<QLockFile> m_lock;
    QString m_folder;
    QString m_file;
    QString m_left;
    QByteArray m_saved;
    QString m_opened;       ///< what was left, is being opened and is not saved anew yet
    bool m_failed = false;  ///< the last time that it was saved
    QTimer* m_rest;
};

}  // namespace zeropoint::ui
