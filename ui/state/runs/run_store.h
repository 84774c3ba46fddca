// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/job/job_runner.h"
#include "ui/state/runs/run_archive.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <memory>
#include <set>
#include <vector>

namespace zeropoint::ui {

/// The finished runs that outlive the program, of all experiments. What is removed is out of sight
/// at once and leaves the disk when nothing can bring it back any more.
class RunStore : public QObject {
    Q_OBJECT

public:
    /// `helpers` runs reading and writing.
    explicit RunStore(JobRunner& helpers, QObject* parent = nullptr);

    const std::shared_ptr<RunArchive>& archive() const { return m_archive; }
    /// Where the store and the unpacked samples are. Before it is called, runs are kept in memory
    /// alone.
    void openFolder(const QString& folder);
    const QString& folder() const { return m_folder; }

    /// Whether runs() is what the folder's store holds: before, nothing is known of it.
    bool wasRead() const { return m_read; }
    /// In the order in which they were added, without their weights.
    const std::vector<StoredRun>& runs() const { return m_runs; }

    void add(const QString& experiment, const RunResult& result);
    /// Reads the list anew; changed() follows.
    void reload();
    /// Reads it if that was stopped.
    void retry();
    void hide(const std::vector<std::int64_t>& ids);
    void unhide(const std::vector<std::int64_t>& ids);

signals:
    void changed();
    void noticed(const QString& text);  ///< what happened to a store that cannot be read
    void failed(const zeropoint::Error& error);

private:
    void take(Result<ArchivedRuns>&& read);
    void showAll();
    void tell(const Error& error);

    JobRunner& m_helpers;
    std::shared_ptr<RunArchive> m_archive;
    QString m_folder;
    std::vector<StoredRun> m_all;
    std::vector<StoredRun> m_runs;  ///< of them, those that are not hidden
    std::set<std::int64_t> m_hidden;
    bool m_read = false;     ///< since the folder was opened
    QString m_notice;        ///< the last that was told
    bool m_stopped = false;  ///< the list is older than the store
};

}  // namespace zeropoint::ui
