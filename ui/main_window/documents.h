// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <QObject>
#include <QStringList>

class QMenu;
class QWidget;

namespace zeropoint::ui {

class Session;
class Workbench;

/// Files and settings on their way in and out of the window: the dialogs that ask for a place, the
/// clipboard, and the list of files that were open.
class Documents : public QObject {
    Q_OBJECT

public:
    /// `window` is the parent of the dialogs.
    Documents(Workbench& bench, Session& session, QWidget* window);

    /// Asks for weights.
    void choose();
    /// Weights, or a session (*.zpw).
    void open(const QString& path);
    /// Asks where to.
    void saveSession();
    void copySettings();
    void pasteSettings();
    void fillRecent(QMenu* menu);

signals:
    void failed(const zeropoint::Error& error);

private:
    void rememberFile();

    Workbench& m_bench;
    Session& m_session;
    QWidget* m_window;
};

}  // namespace zeropoint::ui
