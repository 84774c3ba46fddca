// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/autosave.h"

#include "ui/job/job_runner.h"
#include "ui/state/session.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/workbench.h"

#include <QDir>
#include <QFile>
#include <QTimer>

#include <utility>

namespace zeropoint::ui {
namespace {

constexpr int savingDelay = 1000;
constexpr int mostLeft = 8;  ///< sessions of one place that wait to be opened again

QString stemOf(const QString& folder, int place) {
    return QDir(folder).filePath(QStringLiteral("autosave-%1").arg(place));
}

/// The `age`th of the sessions that are left at a place, 0 the youngest.
QString leftFile(const QString& stem, int age) {
    return age == 0 ? stem + QStringLiteral("-left.zpw")
                    : stem + QStringLiteral("-left-%1.zpw").arg(age);
}

/// What programs that are gone left at a place whose lock is held, the youngest; empty: nothing.
/// What was offered before and not taken stays behind it.
QString leftAt(const QString& stem) {
    const QString file = stem + QStringLiteral(".zpw");
    if (QFile::exists(file)) {
        QFile::remove(leftFile(stem, mostLeft - 1));
        for (int age = mostLeft - 1; age > 0; --age) {
            QFile::rename(leftFile(stem, age - 1), leftFile(stem, age));
        }
        QFile::rename(file, leftFile(stem, 0));
    }
    for (int age = 0; age < mostLeft; ++age) {
        if (QFile::exists(leftFile(stem, age))) {
            return leftFile(stem, age);
        }
    }
    return {};
}

}  // namespace

Autosave::Autosave(Workbench& bench, Session& session, const QString& folder)
    : QObject(&session),
      m_bench(bench),
      m_session(session),
      m_folder(folder),
      m_rest(new QTimer(this)) {
    m_rest->setSingleShot(true);
    m_rest->setInterval(savingDelay);
    connect(m_rest, &QTimer::timeout, this, &Autosave::save);
    if (!QDir().mkpath(folder)) {
        return;
    }
    for (int place = 1; place <= places && m_file.isEmpty(); ++place) {
        if (!take(folder, place)) {
            m_lock.reset();
        }
    }
    // That of a second window has its place behind this one, which nobody may ever take again.
    for (int place = 1; place <= places && !m_file.isEmpty() && m_left.isEmpty(); ++place) {
        const QString stem = stemOf(folder, place);
        QLockFile lock(stem + QStringLiteral(".lock"));
        lock.setStaleLockTime(0);
        if (stem + QStringLiteral(".zpw") != m_file && lock.tryLock(0)) {
            m_left = leftAt(stem);
        }
    }
}

bool Autosave::take(const QString& folder, int place) {
    const QString stem = stemOf(folder, place);
    m_lock = std::make_unique<QLockFile>(stem + QStringLiteral(".lock"));
    m_lock->setStaleLockTime(0);  // only a program that is gone gives its place up
    if (!m_lock->tryLock(0)) {
        return false;
    }
    // What a kill in the middle of a save leaves beside the whole one.
    QDir parts(folder, QStringLiteral(".autosave-%1.zpw.*.part").arg(place), QDir::NoSort,
               QDir::Files | QDir::Hidden);
    for (const QString& part : parts.entryList()) {
        parts.remove(part);
    }
    m_file = stem + QStringLiteral(".zpw");
    m_left = leftAt(stem);
    return true;
}

void Autosave::forgetLeft() {
    QFile::remove(m_left);
    m_left.clear();
}

void Autosave::takeLeft() {
    m_opened = std::exchange(m_left, {});
    m_rest->start();
}

/// What was left is here now, whole and saved.
void Autosave::endOpened() {
    QFile::remove(m_opened);
    m_opened.clear();
}

void Autosave::begin() {
    if (m_file.isEmpty()) {
        m_bench.report({ErrorCode::WriteFailed, "What is shown is not kept against a crash",
                        m_folder.toStdString(),
                        "Make the folder writable, or close one of the other windows"});
        return;
    }
    const auto rest = qOverload<>(&QTimer::start);
    connect(&m_bench.settings(), &SettingsCatalogue::changed, m_rest, rest);
    connect(&m_bench, &Workbench::sourceChanged, m_rest, rest);
    connect(&m_bench, &Workbench::fileChanged, m_rest, rest);
}

void Autosave::save() {
    const QByteArray now = m_session.text();
    if (!m_file.isEmpty() && now != m_saved) {
        const Result<void> saved = m_session.save(m_file);
        if (saved) {
            m_saved = now;
        } else if (!m_failed) {
            m_bench.report(saved.error());  // once, and not with every change
        }
        m_failed = !saved;
    }
    if (!m_opened.isEmpty() && m_bench.jobs().busy()) {
        m_rest->start();  // not all of it is here yet
    } else if (!m_opened.isEmpty() && now == m_saved) {
        endOpened();
    }
}

void Autosave::close() {
    m_rest->stop();
    if (!m_opened.isEmpty()) {
        endOpened();
    }
    QFile::remove(m_file);
    m_file.clear();
    m_lock.reset();
}

}  // namespace zeropoint::ui
