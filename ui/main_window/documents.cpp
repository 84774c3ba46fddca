// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/documents.h"

#include "ui/controls/save_dialog.h"
#include "ui/state/recent_files.h"
#include "ui/state/session.h"
#include "ui/state/teaching_examples.h"
#include "ui/state/tell_written.h"
#include "ui/state/workbench.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>

namespace zeropoint::ui {

Documents::Documents(Workbench& bench, Session& session, QWidget* window)
    : QObject(window), m_bench(bench), m_session(session), m_window(window) {
    connect(&bench, &Workbench::fileChanged, this, &Documents::rememberFile);
}

void Documents::choose() {
    auto* dialog = new QFileDialog(m_window, tr("Open weights"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("open_dialog"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &Documents::open);
    dialog->open();
}

void Documents::open(const QString& path) {
    if (!isSessionFile(path)) {
        m_bench.openFile(path);
    } else if (const Result<void> opened = m_session.openFile(path); !opened) {
        emit failed(opened.error());
        if (!m_bench.origin()) {
            m_bench.setSynthetic(startTensor());  // the program began with it: something to look at
        }
    } else {
        rememberRecentFile(path);
    }
}

void Documents::saveSession() {
    QFileDialog* dialog = saveDialog(m_window, QStringLiteral("session_dialog"),
                                     tr("Save the session"), tr("Sessions (*.zpw)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const auto saved = m_session.save(path);
        if (saved) {
            rememberRecentFile(path);
        }
        tellWritten(m_bench, path, saved);
    });
    dialog->open();
}

void Documents::copySettings() {
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_session.settingsText()));
}

void Documents::pasteSettings() {
    const QByteArray text = QGuiApplication::clipboard()->text().toUtf8();
    if (const Result<void> pasted = m_session.pasteSettings(text); !pasted) {
        emit failed(pasted.error());
    }
}

void Documents::rememberFile() {
    if (m_bench.file()) {
        rememberRecentFile(QString::fromStdString(m_bench.file()->path()));
    }
}

void Documents::fillRecent(QMenu* menu) {
    menu->clear();
    for (const QString& path : recentFiles()) {
        if (!QFileInfo::exists(path)) {
            continue;  // what is gone is not offered
        }
        menu->addAction(path, this, [this, path] { open(path); });
    }
    if (menu->isEmpty()) {
        menu->addAction(tr("There is no file that was opened before"))->setEnabled(false);
    }
}

}  // namespace zeropoint::ui
