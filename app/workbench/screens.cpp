// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/screens.h"

#include "core/files/atomic_file.h"
#include "ui/actions/actions.h"
#include "ui/job/job_runner.h"
#include "ui/main_window/main_window.h"
#include "ui/pages/page.h"
#include "ui/state/layer_study.h"
#include "ui/state/runs/run_form.h"
#include "ui/state/shipped_files.h"
#include "ui/state/trade_off.h"
#include "ui/state/training_session.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDialog>
#include <QDir>
#include <QEvent>
#include <QLineEdit>
#include <QPixmap>
#include <QTemporaryDir>
#include <QTextStream>

#include <functional>

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

/// The design's own size has no name, and its small one is called so.
QString suffixOf(const QSize& size) {
    return size == QSize(1440, 900) ? QString()
           : size == QSize(1024, 700)
               ? QStringLiteral("-small")
               : QStringLiteral("-%1x%2").arg(size.width()).arg(size.height());
}

bool save(QWidget& window, const QString& path, QTextStream& out) {
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
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    saved = saved && window.pointAt(QStringLiteral("calibrate.scheme.zero_point")) &&
            save(window, folder.absoluteFilePath(QStringLiteral("spotlight") + ending), out);
    (void)window.pointAt({});
    return saved;
}

/// The windows that these actions open, "dialog-ACTION".
bool renderDialogs(ui::MainWindow& window, ui::Workbench& bench, const QStringList& actions,
                   const QDir& folder, const QString& ending, QTextStream& out) {
    for (const QString& action : actions) {
        (void)ui::Actions::of(bench).run(action);
        settle(bench);
        for (QDialog* dialog : window.findChildren<QDialog*>()) {
            if (!dialog->isVisible()) {
                continue;
            }
            const bool saved = save(
                *dialog, folder.absoluteFilePath(QStringLiteral("dialog-") + action + ending), out);
            dialog->close();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            if (!saved) {
                return false;
            }
        }
    }
    return true;
}

/// Two files of one model, opened where files are: the full run and the one trained through the
/// rounding, as codes.
bool openFiles(ui::MainWindow& window, ui::Workbench& bench, const QString& folder) {
    ui::TrainingSession& training = bench.training();
    const QString full = folder + QStringLiteral("/full.safetensors");
    const QString codes = folder + QStringLiteral("/codes.safetensors");
    training.select(training.runs().front().id);
    training.saveCheckpoint(full);
    training.jobs().waitForIdle(loadMilliseconds);
    training.select(training.runs().back().id);
    training.saveQuantized(codes);
    training.jobs().waitForIdle(loadMilliseconds);
    bench.openFile(full);
    ui::ComparisonView compared = bench.views().compare.get();
    compared.fileA = full;
    compared.fileB = codes;
    bench.views().compare.set(compared);
    settle(bench);
    window.findChild<QWidget*>(QStringLiteral("error_banner"))->hide();  // "is written"
    return bench.file() != nullptr;
}

using Render = std::function<bool(const QString& ending)>;

/// In every size and both themes.
bool renderAll(ui::MainWindow& window, const std::vector<QSize>& sizes, const Render& render) {
    for (const QSize& size : sizes) {
        window.resize(size);
        for (const bool dark : {false, true}) {
            window.setDark(dark);
            const QLatin1String theme(dark ? "dark" : "light");
            if (!render(QStringLiteral("%1-%2.png").arg(suffixOf(size), theme))) {
                return false;
            }
        }
    }
    return true;
}

}  // namespace

std::vector<QSize> screenSizes(const QString& text) {
    std::vector<QSize> sizes;
    for (const QString& part : text.split(QLatin1Char(','))) {
        const QStringList sides = part.split(QLatin1Char('x'));
        if (const QSize size(sides.value(0).toInt(), sides.value(1).toInt()); !size.isEmpty()) {
            sizes.push_back(size);
        }
    }
    return sizes;
}

int renderScreens(ui::MainWindow& window, ui::Workbench& bench, const QString& folder,
                  const std::vector<QSize>& sizes) {
    QTextStream out(stdout);
    if (!QDir().mkpath(folder)) {
        QTextStream(stderr) << "zeropoint: error: Cannot create the folder (" << folder << ")\n";
        return 1;
    }
    const QDir place(folder);
    const QTemporaryDir files;
    window.show();
    bench.jobs().waitForIdle(loadMilliseconds);
    trainSamples(bench.training());
    bench.jobs().waitForIdle(loadMilliseconds);
    runExperiment(bench.tradeOff());
    bench.jobs().waitForIdle(loadMilliseconds);
    const auto pages = [&](const QString& ending) {
        for (int page = 0; page < static_cast<int>(window.pages().size()); ++page) {
            window.showPage(page);
            if (!renderViews(window, bench, place, page, ending, out)) {
                return false;
            }
        }
        return renderOverlays(window, place, ending, out) &&
               renderDialogs(window, bench,
                             {QStringLiteral("window.keys"), QStringLiteral("calibrate.table"),
                              QStringLiteral("calibrate.curve_table")},
                             place, ending, out);
    };
    const auto withFiles = [&](const QString& ending) {
        for (int page = 0; page < static_cast<int>(window.pages().size()); ++page) {
            const QString& id = window.pages()[static_cast<std::size_t>(page)].id;
            if (id != QLatin1String("calibrate") && id != QLatin1String("compare")) {
                continue;
            }
            window.showPage(page);
            if (!renderViews(window, bench, place, page, QStringLiteral("-open") + ending, out)) {
                return false;
            }
        }
        return renderDialogs(window, bench, {QStringLiteral("calibrate.about_file")}, place, ending,
                             out);
    };
    if (!renderAll(window, sizes, pages)) {
        return 1;
    }
    if (!openFiles(window, bench, files.path())) {
        QTextStream(stderr) << "zeropoint: error: Cannot open a trained run as a file\n";
        return 1;
    }
    (void)ui::Actions::of(bench).run(QStringLiteral("compare.scan"));
    return renderAll(window, sizes, withFiles) ? 0 : 1;
}

}  // namespace zeropoint
