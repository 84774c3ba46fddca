// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/screens.h"
#include "app/workbench/startup_report.h"
#include "ui/job/job_runner.h"
#include "ui/main_window/main_window.h"
#include "ui/state/trade_off.h"
#include "ui/state/workbench.h"
#include "ui/theme/apply_theme.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <QTranslator>

namespace {

/// What a newcomer sees first: a skewed distribution with a tail, on which symmetric,
/// asymmetric and clipped ranges all differ.
zeropoint::SyntheticSpec sampleTensor() {
    return {"gamma", {{"scale", 130}, {"zeros", 0.14}, {"seed", 5}}};
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Zeropoint"));
    QCoreApplication::setApplicationName(QStringLiteral("zeropoint"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ZEROPOINT_VERSION));

    QTranslator translator;
    // English needs its file too: it says what is one and what is many.
    if (translator.load(QLocale(), QStringLiteral("zeropoint"), QStringLiteral("_"),
                        QStringLiteral(":/i18n")) ||
        translator.load(QStringLiteral(":/i18n/zeropoint_en"))) {
        QCoreApplication::installTranslator(&translator);
    }

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "A workbench that gives intuition for quantization."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("file"),
                                 QCoreApplication::translate("main", "Weights to open."),
                                 QStringLiteral("[file]"));
    const QCommandLineOption screens(
        QStringLiteral("screens"),
        QCoreApplication::translate("main", "Render every page into FOLDER and quit."),
        QStringLiteral("FOLDER"));
    parser.addOption(screens);
    const QCommandLineOption startup(
        QStringLiteral("startup-report"),
        QCoreApplication::translate("main",
                                    "Print the time to the first paint, by the clock and of the "
                                    "processor, and the memory, and quit."));
    parser.addOption(startup);
    parser.process(application);

    if (parser.isSet(screens)) {
        // Pictures show the defaults, and leave the user's settings alone.
        QCoreApplication::setApplicationName(QStringLiteral("zeropoint-screens"));
        QSettings().clear();
    }
    // Before any widget exists: fonts that the style sheet derives from the application's own are
    // fixed when a widget is first polished.
    zeropoint::ui::applyTheme(application, zeropoint::ui::lightTheme());
    zeropoint::ui::JobRunner jobs;
    zeropoint::ui::Workbench bench(jobs);
    zeropoint::ui::MainWindow window(bench);
    window.setDark(QSettings().value(QStringLiteral("dark"), false).toBool());
    window.resize(1440, 900);
    bench.setSynthetic(sampleTensor());
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    bench.tradeOff().openFolder(data);
    if (parser.isSet(screens)) {
        return zeropoint::renderScreens(window, bench, parser.value(screens));
    }
    if (parser.isSet(startup)) {
        zeropoint::reportStartup(window);
    }
    window.showPage(1);
    window.show();
    if (!parser.positionalArguments().isEmpty()) {
        // After the sample, so that a file that cannot be opened leaves something to look at.
        QObject::connect(
            &bench, &zeropoint::ui::Workbench::sourceChanged, &window,
            [&] { window.openFile(parser.positionalArguments().constFirst()); },
            Qt::SingleShotConnection);
    }
    return QApplication::exec();
}
