// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/screens.h"

#include "ui/job/job_runner.h"
#include "ui/main_window/main_window.h"
#include "ui/state/training_session.h"
#include "ui/state/workbench.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QPixmap>
#include <QTextStream>

namespace zeropoint {
namespace {

constexpr int loadMilliseconds = 60'000;
constexpr int settleMilliseconds = 250;
constexpr std::size_t trainingSteps = 400;

/// Lets the rest timer of the exact report fire and its job finish.
void settle(ui::Workbench& bench) {
    QDeadlineTimer deadline(settleMilliseconds);
    while (!deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    bench.jobs().waitForIdle(loadMilliseconds);
    QCoreApplication::processEvents();
}

/// A short training, so that the pages that show runs have one.
void trainSample(ui::TrainingSession& training) {
    ui::NextRun next = training.next();
    next.training.steps = trainingSteps;
    training.setNext(next);
    training.queueRun();
    training.jobs().waitForIdle(loadMilliseconds);
}

struct Size {
    const char* suffix;
    int width;
    int height;
};
constexpr Size sizes[] = {{"", 1440, 900}, {"-small", 1024, 700}};

}  // namespace

int renderScreens(ui::MainWindow& window, ui::Workbench& bench, const QString& folder) {
    QTextStream out(stdout);
    if (!QDir().mkpath(folder)) {
        QTextStream(stderr) << "zeropoint: error: Cannot create the folder (" << folder << ")\n";
        return 1;
    }
    window.show();
    bench.jobs().waitForIdle(loadMilliseconds);
    trainSample(bench.training());
    for (const Size& size : sizes) {
        window.resize(size.width, size.height);
        for (const bool dark : {false, true}) {
            window.setDark(dark);
            for (int page = 0; page < static_cast<int>(window.pages().size()); ++page) {
                window.showPage(page);
                settle(bench);
                const QString path = QDir(folder).absoluteFilePath(
                    QStringLiteral("%1-%2%3-%4.png")
                        .arg(page + 1)
                        .arg(window.pages()[static_cast<std::size_t>(page)].id,
                             QLatin1String(size.suffix), QLatin1String(dark ? "dark" : "light")));
                if (!window.grab().save(path)) {
                    QTextStream(stderr)
                        << "zeropoint: error: Cannot write the picture (" << path << ")\n";
                    return 1;
                }
                out << path << '\n';
            }
        }
    }
    return 0;
}

}  // namespace zeropoint
