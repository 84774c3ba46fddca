// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/course.h"
#include "core/support/error.h"

#include <QObject>
#include <QString>

#include <vector>

class QFileSystemWatcher;
class QTimer;

namespace zeropoint::ui {

class Interview;
class JobRunner;

/// Decks of the person's own: every *.json (as the shipped ones) and *.txt (Anki's text format) of
/// one folder, read again when something in it changes.
class OwnDecks : public QObject {
    Q_OBJECT

public:
    OwnDecks(JobRunner& jobs, Interview& interview, QObject* parent = nullptr);

    /// Made when the first deck is put into it.
    void openFolder(const QString& folder);
    const QString& folder() const { return m_folder; }
    /// What was wrong with the files at the last reading.
    const std::vector<Error>& problems() const { return m_problems; }
    /// Decks of the folder may be missing still.
    bool reading() const { return m_reading; }

    /// Reads a file in Anki's text format, and puts it into the folder when it is whole. A deck
    /// that is there already is brought up to date, and its cards keep their history.
    void importAnki(const QString& file);
    /// Writes a deck in Anki's text format, with numbers of one drawing.
    Result<void> exportAnki(const QString& deck, const QString& file) const;

signals:
    void wasRead();
    void imported(const QString& deck, int cards);
    void noticed(const QString& text);  ///< what an import brought and left out
    void failed(const zeropoint::Error& error);

private:
    void read();
    void watch();

    JobRunner& m_jobs;
    Interview& m_interview;
    QString m_folder;
    QFileSystemWatcher* m_watcher;
    QTimer* m_rest;
    std::vector<Error> m_problems;
    bool m_reading = false;
};

}  // namespace zeropoint::ui
