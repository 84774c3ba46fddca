// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/without_window.h"

#include "ui/actions/actions.h"
#include "ui/job/job_runner.h"
#include "ui/main_window/window_actions.h"
#include "ui/pages/page.h"
#include "ui/state/anchors.h"
#include "ui/state/course_files.h"
#include "ui/state/interview/own_decks.h"
#include "ui/state/session.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/trade_off.h"
#include "ui/state/training_session.h"
#include "ui/state/workbench.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTextStream>

#include <optional>
#include <string_view>
#include <vector>

namespace zeropoint {
namespace {

constexpr int settleMilliseconds = 120'000;

int complain(const Error& error) {
    QTextStream(stderr) << "zeropoint: error: " << QString::fromStdString(toString(error)) << '\n';
    return 1;
}

/// Settings that a widget shows, and actions that a button does.
QJsonArray anchorList(const std::vector<ui::Action>& actions) {
    QJsonArray array = ui::describeAnchors();
    for (const ui::Action& action : actions) {
        if (action.button) {
            QJsonObject bring;
            for (const auto& [setting, value] : ui::bringOf(action.name)) {
                bring.insert(setting, value);
            }
            array.append(QJsonObject{{QStringLiteral("name"), action.name},
                                     {QStringLiteral("kind"), QStringLiteral("action")},
                                     {QStringLiteral("page"), pageOf(action)},
                                     {QStringLiteral("title"), action.title},
                                     {QStringLiteral("bring"), bring}});
        }
    }
    return array;
}

/// Nothing for a word that is no list.
std::optional<QJsonArray> listOf(const QString& what) {
    if (what == QLatin1String("settings")) {
        return ui::SettingsCatalogue::describe();
    }
    const std::vector<ui::Action> actions = ui::allActions(ui::pageList());
    if (what == QLatin1String("actions")) {
        return ui::Actions::describe(actions);
    }
    return what == QLatin1String("anchors") ? std::optional(anchorList(actions)) : std::nullopt;
}

/// Files open, data load, what follows from it is known.
void settle(ui::Workbench& bench) {
    bench.jobs().waitForIdle(settleMilliseconds);
    bench.tradeOff().jobs().waitForIdle(settleMilliseconds);
    bench.jobs().waitForIdle(settleMilliseconds);
    QCoreApplication::processEvents();
}

}  // namespace

bool runsWithoutWindow(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument(argv[i]);
        if (argument.starts_with("--list") || argument.starts_with("--resave") ||
            argument.starts_with("--check-lessons")) {
            return true;
        }
    }
    return false;
}

int printList(const QString& what) {
    const std::optional<QJsonArray> list = listOf(what);
    if (!list) {
        QTextStream(stderr) << "zeropoint: error: There is no such list (" << what
                            << "). Give one of settings actions anchors\n";
        return 2;
    }
    QTextStream(stdout) << QString::fromUtf8(QJsonDocument(*list).toJson());
    return 0;
}

QString counted(std::size_t count, const char* what) {
    return QStringLiteral("%1 %2%3").arg(count).arg(QLatin1String(what),
                                                    count == 1 ? QString() : QStringLiteral("s"));
}

int checkLessons(const QString& folder) {
    const auto files = course::readCourseFiles(folder.toStdString());
    if (!files) {
        return complain(files.error());
    }
    course::Course shipped = loadCourse(ui::shippedCourseFiles()).course;
    course::Loaded loaded = loadCourse(*files);
    if (loaded.problems.empty() && loaded.course.lessons.empty() && loaded.course.decks.empty() &&
        loaded.course.glossary.terms.empty()) {
        return complain({ErrorCode::NotFound, "The folder holds no lessons and no decks",
                         folder.toStdString(), "Give the one with their .md and .json files"});
    }
    shipped.shareResults(loaded.course);
    const course::Problems checked =
        checkCourse(loaded.course,
                    ui::workbenchNames(ui::buttonNames(ui::allActions(ui::pageList()))), &shipped);
    loaded.problems.insert(loaded.problems.end(), checked.begin(), checked.end());
    QTextStream out(stderr);
    for (const course::Problem& problem : loaded.problems) {
        out << QString::fromStdString(toString(problem)) << '\n';
    }
    std::size_t cards = 0;
    for (const course::Deck& deck : loaded.course.decks) {
        cards += deck.cards.size();
    }
    QTextStream(stdout) << counted(loaded.course.lessons.size(), "lesson") << ", "
                        << counted(loaded.course.glossary.terms.size(), "term") << ", "
                        << counted(cards, "card") << ", "
                        << counted(loaded.problems.size(), "mistake") << '\n';
    return loaded.problems.empty() ? 0 : 1;
}

int resave(const QString& session, const QString& file) {
    ui::JobRunner jobs;
    ui::Workbench bench(jobs);
    ui::Session opened(bench);
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    bench.tradeOff().openFolder(data);
    bench.ownDecks().openFolder(data + QStringLiteral("/decks"));
    settle(bench);
    QObject::connect(&opened, &ui::Session::problems, &bench,
                     [](const std::vector<Error>& problems) {
                         for (const Error& problem : problems) {
                             complain(problem);
                         }
                     });
    QObject::connect(&bench, &ui::Workbench::failed, &bench,
                     [](const Error& error) { complain(error); });
    QObject::connect(&bench, &ui::Workbench::noticed, &bench,
                     [](const QString& text) { QTextStream(stderr) << text << '\n'; });
    if (const Result<void> read = opened.openFile(session); !read) {
        return complain(read.error());
    }
    settle(bench);
    if (const Result<void> saved = opened.save(file); !saved) {
        return complain(saved.error());
    }
    return 0;
}

}  // namespace zeropoint
