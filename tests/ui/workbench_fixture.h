// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/job/job_runner.h"
#include "ui/main_window/main_window.h"
#include "ui/state/workbench.h"
#include "ui/theme/apply_theme.h"
#include "ui/theme/theme.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

namespace zeropoint::test {

/// A whole window over a fresh state, with settings of its own: one per test function.
class WorkbenchFixture {
public:
    explicit WorkbenchFixture(int page = 1) {
        QCoreApplication::setOrganizationName(QStringLiteral("ZeropointTest"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        bench = std::make_unique<ui::Workbench>(jobs);
        QObject::connect(bench.get(), &ui::Workbench::failed, bench.get(), [](const Error& error) {
            qInfo("the workbench says: %s", toString(error).c_str());
        });
        window = std::make_unique<ui::MainWindow>(*bench);
        window->setDark(false);
        window->resize(1440, 900);
        window->showPage(page);
        window->show();
    }

    /// Draws a distribution and waits for it.
    void draw(const SyntheticSpec& spec) {
        bench->setSynthetic(spec);
        QVERIFY(jobs.waitForIdle(waitMilliseconds));
    }

    /// Waits for the exact report that follows when the hand rests.
    void rest() { QTRY_VERIFY_WITH_TIMEOUT(bench->exact().has_value(), waitMilliseconds); }

    template <typename Widget>
    Widget* find(const char* objectName) const {
        auto* found = window->findChild<Widget*>(QLatin1String(objectName));
        if (found == nullptr) {
            qFatal("no widget named %s", objectName);
        }
        return found;
    }

    /// Keeps the window's worker busy until it is destroyed, so that what is asked for waits.
    class Gate {
    public:
        explicit Gate(ui::JobRunner& jobs) {
            jobs.start(
                QStringLiteral("Gate"), {},
                [open = m_open](const Execution& execution) -> Result<void> {
                    while (!*open && !execution.stopRequested()) {
                        std::this_thread::sleep_for(std::chrono::milliseconds(1));
                    }
                    return {};
                },
                &m_receiver, [](const Result<void>&) {});
        }
        ~Gate() { *m_open = true; }
        Gate(const Gate&) = delete;
        Gate& operator=(const Gate&) = delete;

    private:
        std::shared_ptr<std::atomic<bool>> m_open = std::make_shared<std::atomic<bool>>(false);
        QObject m_receiver;
    };

    static constexpr int waitMilliseconds = 20'000;

private:
    QTemporaryDir m_settings;

public:
    ui::JobRunner jobs;
    std::unique_ptr<ui::Workbench> bench;
    std::unique_ptr<ui::MainWindow> window;
};

}  // namespace zeropoint::test
