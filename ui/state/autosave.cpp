// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/autosave.h"

#include "ui/state/session.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/workbench.h"

#include <QDir>
#include <QFile>
#include <QTimer>

namespace zeropoint::ui {
namespace {

constexpr int restMilliseconds = 1000;

QString stemOf(const QString& folder, int place) {
    return QDir(folder).filePath(QStringLiteral("autosave-%1").arg(place));
}

/// What a program that is gone left at a place whose lock is held; empty: nothing.
QString leftAt(const QString& stem) {
    const QString file = stem + QStringLiteral(".zpw");
    const QString left = stem + QStringLiteral("-left.zpw");
    if (QFile::exists(file)) {
        QFile::remove(left);
        QFile::rename(file, left);
    }
    return QFile::exists(left) ? left : QString();
}

}  // namespace

Autosave::Autosave(Workbench& bench, Session& session, const QString& folder)
    : QObject(&session), m_bench(bench), m_session(session), m_rest(new QTimer(this)) {
    m_rest->setSingleShot(true);
    m_rest->setInterval(restMilliseconds);
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
    m_file = stem + QStringLiteral(".zpw");
    m_left = leftAt(stem);
    return true;
}

void Autosave::forgetLeft() {
    QFile::remove(m_left);
    m_left.clear();
}

void Autosave::begin() {
    if (m_file.isEmpty()) {
        return;
    }
    const auto rest = qOverload<>(&QTimer::start);
    connect(&m_bench.settings(), &SettingsCatalogue::changed, m_rest, rest);
    connect(&m_bench, &Workbench::sourceChanged, m_rest, rest);
    connect(&m_bench, &Workbench::fileChanged, m_rest, rest);
}

void Autosave::save() {
    const QByteArray now = m_session.text();
    if (!m_file.isEmpty() && now != m_saved && m_session.save(m_file)) {
        m_saved = now;
    }
}

void Autosave::close() {
    m_rest->stop();
    QFile::remove(m_file);
    m_file.clear();
    m_lock.reset();
}

}  // namespace zeropoint::ui
