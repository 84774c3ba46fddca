// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/start_again.h"

#include "ui/main_window/banner.h"
#include "ui/main_window/zoom.h"
#include "ui/state/session.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <utility>

namespace zeropoint::ui {

StartAgain::StartAgain(Workbench& bench, const Session& session, Banner& banner, QObject* parent)
    : QObject(parent),
      m_bench(bench),
      m_session(session),
      m_banner(banner),
      m_zoom(bench.views().window->zoom),
      m_followed(m_zoom) {}

void StartAgain::follow() {
    const int zoom = m_bench.views().window->zoom;
    if (zoom == std::exchange(m_followed, zoom)) {
        return;
    }
    storeZoom(zoom);
    if (zoom == m_zoom) {
        m_banner.hide();  // it said that something was to change
        return;
    }
    say();
}

void StartAgain::say() {
    m_banner.showText(
        tr("Everything is drawn at %1 % from the next start on.").arg(zoomPercents[m_followed]));
    offer();
}

void StartAgain::putOff() {
    m_wanted = false;
    say();
}

void StartAgain::offer() {
    m_banner.offer(tr("Start again now"), tr("Opens again with everything that is shown now"),
                   [this] {
                       m_wanted = true;
                       emit accepted();
                   });
}

QString StartAgain::file() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/again.zpw");
}

bool StartAgain::keep() {
    QDir().mkpath(QFileInfo(file()).path());
    const Result<void> saved = m_session.save(file());
    if (!saved) {
        m_wanted = false;
        m_banner.showError(saved.error());
        offer();
    }
    return saved.has_value();
}

}  // namespace zeropoint::ui
