// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace zeropoint::ui {

class Banner;
class Session;
class Workbench;

/// The size of everything is taken up when the program starts, because Qt takes its scale once: the
/// banner says so when another is chosen, and offers to start again at once with what is shown.
class StartAgain : public QObject {
    Q_OBJECT

public:
    StartAgain(Workbench& bench, const Session& session, Banner& banner, QObject* parent);

    /// Takes up the size that the state has now, as the window follows its state.
    void follow();
    /// The window closes so that the program starts again with file().
    bool wanted() const { return m_wanted; }
    void setWanted() { m_wanted = true; }
    /// Not now: it is offered again.
    void putOff();
    static QString file();
    /// Keeps what is shown for the next start. What cannot be kept is said, and the program shall
    /// not start again; offered is it still, for when nothing is in the way any more.
    bool keep();

signals:
    /// Accepted: the window shall close.
    void accepted();

private:
    void say();
    void offer();

    Workbench& m_bench;
    const Session& m_session;
    Banner& m_banner;
    int m_zoom;      ///< with which the program was started
    int m_followed;  ///< as the state had it last
    bool m_wanted = false;
};

}  // namespace zeropoint::ui
