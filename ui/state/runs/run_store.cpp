// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/run_store.h"

#include <QDir>

#include <algorithm>
#include <iterator>
#include <utility>

namespace zeropoint::ui {

RunStore::RunStore(JobRunner& helpers, QObject* parent)
    : QObject(parent), m_helpers(helpers), m_archive(std::make_shared<RunArchive>()) {}

/// What the person stopped needs no message.
void RunStore::tell(const Error& error) {
    if (error.code != ErrorCode::Cancelled) {
        emit failed(error);
    }
}

void RunStore::openFolder(const QString& folder) {
    m_folder = folder;
    m_read = false;
    QDir().mkpath(folder);
    const QString file = QDir(folder).filePath(QStringLiteral("runs.sqlite"));
    m_helpers.startSaving(
        tr("Opening the runs"),
        [archive = m_archive, path = file.toStdString()](const Execution&) {
            return archive->open(path);
        },
        this,
        [this](const Result<void>& opened) {
            if (!opened) {
                emit failed(opened.error());
            }
            reload();
        });
}

void RunStore::reload() {
    m_helpers.start(
        tr("Reading the runs"), QStringLiteral("runs"),
        [archive = m_archive](const Execution&) { return archive->runs(); }, this,
        [this](Result<ArchivedRuns>&& read) { take(std::move(read)); });
}

void RunStore::retry() {
    if (m_stopped) {
        reload();
    }
}

void RunStore::take(Result<ArchivedRuns>&& read) {
    m_stopped = !read && read.error().code == ErrorCode::Cancelled;
    if (!read) {
        tell(read.error());
        return;
    }
    // Each reading finds the same again.
    if (const QString notice = QString::fromStdString(read->notice);
        std::exchange(m_notice, notice) != notice && !notice.isEmpty()) {
        emit noticed(notice);
    }
    m_all = std::move(read->runs);
    m_read = !m_folder.isEmpty();
    showAll();
}

void RunStore::showAll() {
    m_runs.clear();
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(m_runs),
                 [this](const StoredRun& run) { return !m_hidden.contains(run.id); });
    emit changed();
}

void RunStore::add(const QString& experiment, const RunResult& result) {
    m_helpers.startSaving(
        tr("Keeping %1").arg(QString::fromStdString(result.name)),
        [archive = m_archive, name = experiment.toStdString(), result](const Execution&) {
            return archive->add(name, result);
        },
        this,
        [this](const Result<void>& kept) {
            if (!kept) {
                emit failed(kept.error());
            }
            reload();
        });
}

void RunStore::hide(const std::vector<std::int64_t>& ids) {
    m_hidden.insert(ids.begin(), ids.end());
    showAll();
}

void RunStore::unhide(const std::vector<std::int64_t>& ids) {
    for (const std::int64_t id : ids) {
        m_hidden.erase(id);
    }
    showAll();
}

}  // namespace zeropoint::ui
