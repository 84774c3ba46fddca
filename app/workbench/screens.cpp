// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/screens.h"

#include "core/files/atomic_file.h"
#include "ui/job/job_runner.h"
#include "ui/main_window/main_window.h"
#include "ui/pages/page.h"
#include "ui/state/layer_study.h"
#include "ui/state/runs/run_form.h"
#include "ui/state/shipped_files.h"
#include "ui/state/trade_off.h"
#include "ui/state/training_session.h"
#include "ui/state/workbench.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QLineEdit>
#include <QPixmap>
#include <QTextStream>

namespace zeropoint {
namespace {

constexpr int loadMilliseconds = 60'000;
constexpr int settleMilliseconds = 250;
constexpr int experimentMilliseconds = 600'000;
constexpr std::size_t trainingSteps = 400;
constexpr int sampleBits = 3;
constexpr QLatin1String sampleRun("INT3 QAT");  ///< of the shipped experiment

/// Lets the rest timer of the exact report fire and its job finish.
void settle(ui::Workbench& bench) {
    QDeadlineTimer deadline(settleMilliseconds);
    while (!deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    bench.jobs().waitForIdle(loadMilliseconds);
    QCoreApplication::processEvents();
}

/// Short trainings, so that the pages that show runs have some: in full precision, quantized
/// afterwards, and trained through the rounding.
void trainSamples(ui::TrainingSession& training) {
    ui::NextRun next = training.next();
    next.training.steps = trainingSteps;
    training.setNext(next);
    training.queueRun();
    training.jobs().waitForIdle(loadMilliseconds);
    ui::setWeightBits(next.method.recipe.base, sampleBits);
    next.method.method = MethodKind::Ptq;
    next.start = ui::StartFrom::Run;
    next.base = training.selected();
    training.setNext(next);
    training.queueRun();
    training.jobs().waitForIdle(loadMilliseconds);
    next.method.method = MethodKind::Qat;
    next.start = ui::StartFrom::Scratch;
    training.setNext(next);
    training.queueRun();
    training.jobs().waitForIdle(loadMilliseconds);
}

/// The shipped experiment with one seed, unless an earlier rendering has left its runs, with
/// everything that can be asked about it.
void runExperiment(ui::TradeOff& tradeOff) {
    if (tradeOff.summary(sampleRun) == nullptr) {
        if (const auto spec = ui::firstLook(QStringLiteral("default"), tradeOff.folder())) {
            tradeOff.run(*spec);
            tradeOff.jobs().waitForIdle(experimentMilliseconds);
        }
    }
    QCoreApplication::processEvents();
    tradeOff.study().measure(sampleBits);
    tradeOff.study().jobs().waitForIdle(experimentMilliseconds);
    tradeOff.study().ask(ui::defaultRecipe());
    tradeOff.study().jobs().waitForIdle(experimentMilliseconds);
    tradeOff.select(sampleRun);
    tradeOff.compareWith(QStringLiteral("INT3 PTQ"));
}

struct Size {
    const char* suffix;
    int width;
    int height;
};
constexpr Size sizes[] = {{"", 1440, 900}, {"-small", 1024, 700}};

bool save(ui::MainWindow& window, const QString& path, QTextStream& out) {
    QBuffer picture;
    picture.open(QIODevice::WriteOnly);
    if (!window.grab().save(&picture, "PNG") ||
        !replaceFile(path.toStdString(), picture.data().toStdString())) {
        QTextStream(stderr) << "zeropoint: error: Cannot write the picture (" << path << ")\n";
        return false;
    }
    out << path << '\n';
    return true;
}

/// The page on show and its other views: N-id and N-id-view.
bool renderViews(ui::MainWindow& window, ui::Workbench& bench, const QDir& folder, int page,
                 const QString& ending, QTextStream& out) {
    const QStringList names = QStringList(QString()) + window.currentPage()->viewNames();
    for (int view = 0; view < static_cast<int>(names.size()); ++view) {
        if (names.size() > 1) {
            window.currentPage()->showView(view);
        }
        settle(bench);
        const QString name = QStringLiteral("%1-%2").arg(page + 1).arg(
            window.pages()[static_cast<std::size_t>(page)].id);
        const QString dash = view == 0 ? QString() : QStringLiteral("-");
        if (!save(window, folder.absoluteFilePath(name + dash + names[view] + ending), out)) {
            return false;
        }
    }
    if (names.size() > 1) {
        window.currentPage()->showView(0);
    }
    return true;
}

/// What lies over every page: the palette, and a ring around a control.
bool renderOverlays(ui::MainWindow& window, const QDir& folder, const QString& ending,
                    QTextStream& out) {
    window.showPageById(QStringLiteral("calibrate"));
    window.openPalette();
    window.findChild<QLineEdit*>(QStringLiteral("palette_field"))->setText(QStringLiteral("out"));
    QCoreApplication::processEvents();
    bool saved = save(window, folder.absoluteFilePath(QStringLiteral("palette") + ending), out);
    window.openPalette();  // closes it
    saved = saved && window.pointAt(QStringLiteral("calibrate.scheme.zero_point")) &&
            save(window, folder.absoluteFilePath(QStringLiteral("spotlight") + ending), out);
    (void)window.pointAt({});
    return saved;
}

}  // namespace

int renderScreens(ui::MainWindow& window, ui::Workbench& bench, const QString& folder) {
    QTextStream out(stdout);
    if (!QDir().mkpath(folder)) {
        QTextStream(stderr) << "zeropoint: error: Cannot create the folder (" << folder << ")\n";
        return 1;
    }
    window.show();
    bench.jobs().waitForIdle(loadMilliseconds);
    trainSamples(bench.training());
    bench.jobs().waitForIdle(loadMilliseconds);
    runExperiment(bench.tradeOff());
    bench.jobs().waitForIdle(loadMilliseconds);
    for (const Size& size : sizes) {
        window.resize(size.width, size.height);
        for (const bool dark : {false, true}) {
            window.setDark(dark);
            const QString ending =
                QStringLiteral("%1-%2.png")
                    .arg(QLatin1String(size.suffix), QLatin1String(dark ? "dark" : "light"));
            for (int page = 0; page < static_cast<int>(window.pages().size()); ++page) {
                window.showPage(page);
                if (!renderViews(window, bench, QDir(folder), page, ending, out)) {
                    return 1;
                }
            }
            if (!renderOverlays(window, QDir(folder), ending, out)) {
                return 1;
            }
        }
    }
    return 0;
}

}  // namespace zeropoint
