// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/screens.h"
#include "app/workbench/startup_report.h"
#include "app/workbench/without_window.h"
#include "ui/job/job_runner.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/start_again.h"
#include "ui/main_window/zoom.h"
#include "ui/state/autosave.h"
#include "ui/state/interview/own_decks.h"
#include "ui/state/progress.h"
#include "ui/state/session.h"
#include "ui/state/teaching_examples.h"
#include "ui/state/trade_off.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/theme/apply_theme.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTranslator>

#include <algorithm>
#include <csignal>
#include <optional>

namespace {

void nameProgram() {
    QCoreApplication::setOrganizationName(QStringLiteral("Zeropoint"));
    QCoreApplication::setApplicationName(QStringLiteral("zeropoint"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ZEROPOINT_VERSION));
}

struct Options {
    QCommandLineOption screens{
        QStringLiteral("screens"),
        QCoreApplication::translate("main", "Render every page into FOLDER and quit."),
        QStringLiteral("FOLDER")};
    QCommandLineOption sizes{
        QStringLiteral("sizes"),
        QCoreApplication::translate("main",
                                    "Sizes of the pages that are rendered, such as "
                                    "1440x900,960x540."),
        QStringLiteral("SIZES"), QStringLiteral("1440x900,1024x700")};
    QCommandLineOption startup{
        QStringLiteral("startup-report"),
        QCoreApplication::translate("main",
                                    "Print the time to the first paint, by the clock and of the "
                                    "processor, and the memory, and quit.")};
    QCommandLineOption list{
        QStringLiteral("list"),
        QCoreApplication::translate("main", "Print settings, actions or anchors as JSON and quit."),
        QStringLiteral("WHAT")};
    QCommandLineOption lessons{
        QStringLiteral("check-lessons"),
        QCoreApplication::translate("main", "Check the lessons and cards of FOLDER and quit."),
        QStringLiteral("FOLDER")};
    QCommandLineOption resave{
        QStringLiteral("resave"),
        QCoreApplication::translate("main", "Open the session, write it to FILE and quit."),
        QStringLiteral("FILE")};
};

void describe(QCommandLineParser& parser, const Options& options) {
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "A workbench that gives intuition for quantization."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("file"),
        QCoreApplication::translate("main", "Weights or a session (*.zpw) to open."),
        QStringLiteral("[file]"));
    parser.addOptions({options.screens, options.sizes, options.startup, options.list,
                       options.resave, options.lessons});
}

bool measures(int argc, char** argv) {
    return std::any_of(argv + 1, argv + argc, [](const char* argument) {
        return QByteArray(argument).startsWith("--screens") ||
               QByteArray(argument) == "--startup-report";
    });
}

int runWithoutWindow(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    nameProgram();
    const Options options;
    QCommandLineParser parser;
    describe(parser, options);
    parser.process(application);
    if (parser.isSet(options.list)) {
        return zeropoint::printList(parser.value(options.list));
    }
    if (parser.isSet(options.lessons)) {
        return zeropoint::checkLessons(parser.value(options.lessons));
    }
    if (parser.positionalArguments().size() != 1) {
        parser.showHelp(2);
    }
    return zeropoint::resave(parser.positionalArguments().constFirst(),
                             parser.value(options.resave));
}

void loadWords(QTranslator& translator) {
    // English needs its file too: it says what is one and what is many.
    if (translator.load(QLocale(), QStringLiteral("zeropoint"), QStringLiteral("_"),
                        QStringLiteral(":/i18n")) ||
        translator.load(QStringLiteral(":/i18n/zeropoint_en"))) {
        QCoreApplication::installTranslator(&translator);
    }
}

bool isSession(const QString& file) {
    return file.endsWith(QLatin1String(".zpw"));
}

void openGiven(zeropoint::ui::MainWindow& window, zeropoint::ui::Workbench& bench,
               const QString& file) {
    const QString again = zeropoint::ui::StartAgain::file();
    if (isSession(file)) {
        if (file == again) {
            QObject::connect(
                &window.session(), &zeropoint::ui::Session::opened, &window,
                [again] { QFile::remove(again); }, Qt::SingleShotConnection);
        }
        window.openFile(file);
    } else if (!file.isEmpty()) {
        // After the sample, so that a file that cannot be opened leaves something to look at.
        QObject::connect(
            &bench, &zeropoint::ui::Workbench::sourceChanged, &window,
            [&window, file] { window.openFile(file); }, Qt::SingleShotConnection);
    }
}

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGXFSZ, SIG_IGN);  // a limit on files is an error of the write, as a full disk
    if (zeropoint::runsWithoutWindow(argc, argv)) {
        return runWithoutWindow(argc, argv);
    }
    nameProgram();
    // Pictures and times are those of the design, whatever the person has chosen.
    const int zoom = measures(argc, argv) ? 0 : zeropoint::ui::storedZoom();
    std::optional<zeropoint::ui::ZoomedStart> zoomed(zoom);
    QApplication application(argc, argv);
    zoomed.reset();
    QTranslator translator;
    loadWords(translator);
    const Options options;
    QCommandLineParser parser;
    describe(parser, options);
    parser.process(application);
    const bool screens = parser.isSet(options.screens);
    if (screens) {
        // Pictures show the defaults, and leave the user's settings alone.
        QCoreApplication::setApplicationName(QStringLiteral("zeropoint-screens"));
        QSettings().clear();
    }
    // Before any widget exists: fonts that the style sheet derives from the application's own are
    // fixed when a widget is first polished.
    const bool dark = QSettings().value(QStringLiteral("dark"), false).toBool();
    zeropoint::ui::applyTheme(application,
                              dark ? zeropoint::ui::darkTheme() : zeropoint::ui::lightTheme());
    zeropoint::ui::JobRunner jobs;
    zeropoint::ui::Workbench bench(jobs);
    bench.views().window.set(&zeropoint::ui::WindowView::dark, dark);
    bench.views().window.set(&zeropoint::ui::WindowView::zoom, zoom);
    zeropoint::ui::MainWindow window(bench);
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const QString file = parser.positionalArguments().value(0);
    if (!isSession(file)) {
        bench.setSynthetic(zeropoint::ui::startTensor());
    }
    bench.tradeOff().openFolder(data);
    bench.progress().openFolder(data);
    bench.ownDecks().openFolder(data + QStringLiteral("/decks"));
    if (screens) {
        window.resize(1440, 900);
        return zeropoint::renderScreens(window, bench, parser.value(options.screens),
                                        zeropoint::screenSizes(parser.value(options.sizes)));
    }
    if (parser.isSet(options.startup)) {
        zeropoint::reportStartup(window);
    }
    window.restoreLastTime();
    window.show();
    zeropoint::ui::Autosave autosave(bench, window.session(), data);
    window.offerToRecover(autosave);
    autosave.begin();
    QObject::connect(&application, &QCoreApplication::aboutToQuit, &window, [&] {
        window.rememberThisTime();
        autosave.close();
    });
    openGiven(window, bench, file);
    const int code = QApplication::exec();
    if (window.startsAgain()) {
        QProcess::startDetached(QCoreApplication::applicationFilePath(),
                                {zeropoint::ui::StartAgain::file()});
    }
    return code;
}
