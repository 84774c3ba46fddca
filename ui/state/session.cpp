// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/session.h"

#include "core/files/atomic_file.h"
#include "ui/job/job_runner.h"
#include "ui/state/course_state.h"
#include "ui/state/interview/interview.h"
#include "ui/state/interview/own_decks.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/undo_step.h"
#include "ui/state/workbench.h"
#include "ui/state/workbench_values.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace zeropoint::ui {
namespace {

const QString versionKey = QStringLiteral("zeropoint_session");
const QString settingsKey = QStringLiteral("settings");
const QString sourceKey = QStringLiteral("source");
const QString fileKey = QStringLiteral("file");
const QString sizeKey = QStringLiteral("size");
const QString tensorKey = QStringLiteral("tensor");
const QString runKey = QStringLiteral("run");
const QString parameterKey = QStringLiteral("parameter");
const QString drawnSettings = QStringLiteral("calibrate.synthetic.");

QJsonObject fileToJson(const WeightFile& file) {
    const QFileInfo info(QString::fromStdString(file.path()));
    return {{fileKey, info.absoluteFilePath()}, {sizeKey, info.size()}};
}

/// A drawn tensor stands among the settings.
QJsonObject sourceToJson(const Workbench& bench) {
    const auto& origin = bench.origin();
    if (origin && std::holds_alternative<FileOrigin>(*origin)) {
        const auto& of = std::get<FileOrigin>(*origin);
        QJsonObject object = fileToJson(*of.file);
        object.insert(tensorKey, QString::fromStdString(of.file->tensors()[of.index].name));
        return object;
    }
    QJsonObject object = bench.file() ? fileToJson(*bench.file()) : QJsonObject();
    if (origin && std::holds_alternative<RunOrigin>(*origin)) {
        const auto& of = std::get<RunOrigin>(*origin);
        object.insert(runKey, of.run);
        object.insert(parameterKey, QString::fromStdString(of.parameter));
    }
    return object;
}

Result<QJsonObject> parse(const QByteArray& text) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (!document.isObject()) {
        return fail(ErrorCode::Malformed, "This is not a session",
                    "byte " + std::to_string(error.offset),
                    "Open a file that Zeropoint saved (*.zpw)");
    }
    return document.object();
}

/// What is no tensor of a file: nothing where the session shows one of these.
std::optional<Origin> weightOrDrawn(const WorkbenchValues& values, const QJsonObject& source) {
    if (source.contains(runKey)) {
        return RunOrigin{source.value(runKey).toString(),
                         source.value(parameterKey).toString().toStdString()};
    }
    return values.synthetic ? std::optional<Origin>(*values.synthetic) : std::nullopt;
}

/// Where the file is now: at its path, or beside the session.
QString placeOf(const QString& path, const QString& folder) {
    const QString name = QFileInfo(path).fileName();
    if (QFileInfo::exists(path) || folder.isEmpty() || name.isEmpty()) {
        return path;
    }
    const QString beside = QDir(folder).filePath(name);
    return QFileInfo::exists(beside) ? beside : path;
}

}  // namespace

Session::Session(Workbench& bench) : QObject(&bench), m_bench(bench) {}

QByteArray Session::text() const {
    QJsonObject document = m_unknown;
    QJsonObject settings = m_unknown.value(settingsKey).toObject();
    const QJsonObject values = m_bench.settings().values();
    for (auto it = values.constBegin(); it != values.constEnd(); ++it) {
        settings.insert(it.key(), it.value());
    }
    const QJsonObject source = m_bench.origin() ? sourceToJson(m_bench) : m_missing;
    for (auto it = m_undrawn.constBegin(); !m_bench.origin() && it != m_undrawn.constEnd(); ++it) {
        settings.insert(it.key(), it.value());
    }
    document.insert(versionKey, version);
    document.insert(settingsKey, settings);
    if (source.isEmpty()) {
        document.remove(sourceKey);
    } else {
        document.insert(sourceKey, source);
    }
    return QJsonDocument(document).toJson();
}

Result<void> Session::open(const QByteArray& text, const QString& folder) {
    const Result<QJsonObject> document = parse(text);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const QJsonValue written = document->value(versionKey);
    if (!written.isDouble() || written.toInt() < 1) {
        return fail(ErrorCode::Malformed, "This is not a session", versionKey.toStdString(),
                    "Open a file that Zeropoint saved (*.zpw)");
    }
    if (written.toInt() > version) {
        return fail(ErrorCode::Unsupported, "A newer version of Zeropoint saved this session",
                    "version " + std::to_string(written.toInt()),
                    "Open it with that version; the file was left as it is");
    }
    for (const QString& part : {settingsKey, sourceKey}) {
        if (document->contains(part) && !document->value(part).isObject()) {
            return fail(ErrorCode::Malformed, "A part of this session is of another kind",
                        part.toStdString(), "Open a file that Zeropoint saved (*.zpw)");
        }
    }
    ++m_asked;
    m_awaited = 1;
    m_folder = folder;
    m_unknown = *document;
    m_missing = {};
    const QJsonObject settings = document->value(settingsKey).toObject();
    WorkbenchValues values;
    values.next = m_bench.values().next;
    m_problems = SettingsCatalogue::write(values, settings);
    tellMissing(values);
    // What is ours is written anew; the rest is kept.
    QJsonObject unknown;
    m_undrawn = {};
    for (auto it = settings.constBegin(); it != settings.constEnd(); ++it) {
        if (SettingsCatalogue::find(it.key()) == nullptr) {
            unknown.insert(it.key(), it.value());
        } else if (it.key().startsWith(drawnSettings)) {
            m_undrawn.insert(it.key(), it.value());
        }
    }
    m_unknown.insert(settingsKey, unknown);
    m_unknown.remove(sourceKey);
    restore(values, document->value(sourceKey).toObject());
    return {};
}

/// What the window would pass over: a page, a lesson or a step that there is not (any more).
void Session::tellMissing(const WorkbenchValues& values) {
    const auto tell = [this](const char* what, const QString& name, const char* remedy) {
        m_problems.push_back({ErrorCode::NotFound, what, name.toStdString(), remedy});
    };
    const auto& all = SettingsCatalogue::all();
    const bool known = std::any_of(all.begin(), all.end(), [&](const Setting& setting) {
        return pageOf(setting) == values.window.page;
    });
    if (!known) {
        tell("The session shows a page that there is not", values.window.page,
             "Choose one at the left");
    }
    tellMissingCards(values.interview);
    if (values.learn.lesson.isEmpty()) {
        return;
    }
    const course::Lesson* lesson =
        m_bench.course().course().lesson(values.learn.lesson.toStdString());
    if (lesson == nullptr) {
        tell("The session is in a lesson that there is not", values.learn.lesson,
             "The list on the Learn page has them all");
    } else if (!values.learn.step.isEmpty() &&
               std::ranges::find(lesson->steps, values.learn.step.toStdString(),
                                 &course::Step::id) == lesson->steps.end()) {
        tell("The session is in a step that there is not", values.learn.step,
             "The lesson may have changed");
    }
}

/// The learner's own decks may still be on their way: then it is told once they are here.
void Session::tellMissingCards(const InterviewView& view) {
    if (view.deck.isEmpty() && view.card.isEmpty()) {
        return;
    }
    OwnDecks& own = m_bench.ownDecks();
    if (own.reading()) {
        ++m_awaited;
        connect(
            &own, &OwnDecks::wasRead, this,
            [this, view, asked = m_asked] {
                if (asked == m_asked) {
                    tellMissingCards(view);
                    tellProblems();
                }
            },
            Qt::SingleShotConnection);
        return;
    }
    const Interview& interview = m_bench.interview();
    const auto holds = [&](const course::Deck& deck, const QString& id) {
        return std::ranges::find(deck.cards, id.toStdString(), &course::Card::id) !=
               deck.cards.end();
    };
    bool deckThere = view.deck.isEmpty();
    bool cardThere = view.card.isEmpty();
    for (const auto* decks : {&m_bench.course().course().decks, &interview.decks()}) {
        for (const course::Deck& deck : *decks) {
            deckThere = deckThere || deck.id == view.deck.toStdString();
            cardThere = cardThere || holds(deck, view.card);
        }
    }
    if (!deckThere) {
        m_problems.push_back({ErrorCode::NotFound, "The session is in a deck that there is not",
                              view.deck.toStdString(), "The Interview page lists them all"});
    }
    if (!cardThere) {
        m_problems.push_back({ErrorCode::NotFound, "The session asks a card that there is not",
                              view.card.toStdString(), "Its deck may have changed"});
    }
}

/// One part is there; when all are, what was wrong with any of them is told at once.
void Session::tellProblems() {
    if (--m_awaited == 0 && !m_problems.empty()) {
        emit problems(std::exchange(m_problems, {}));
    }
}

void Session::restore(const WorkbenchValues& values, const QJsonObject& source) {
    const auto done = [this] {
        emit opened();
        tellProblems();
    };
    if (source.contains(fileKey)) {
        restoreFile(values, source);
        return;
    }
    if (source.contains(runKey)) {
        m_missing = source;  // until its run is here
    }
    m_bench.reset(values, weightOrDrawn(values, source), nullptr);
    done();
}

void Session::restoreFile(const WorkbenchValues& values, const QJsonObject& source) {
    const QString path = placeOf(source.value(fileKey).toString(), m_folder);
    // Under the workbench's own key: of a file and a session the one that was asked for last is
    // shown, however long each takes.
    m_bench.jobs().start(
        tr("Opening %1").arg(QFileInfo(path).fileName()), QStringLiteral("load"),
        [path = path.toStdString()](const Execution& execution) {
            OpenOptions options;
            options.stop = execution.stop;
            return openWeightFile(path, options);
        },
        &m_bench,
        [this, values, source, path,
         asked = m_asked](const Result<std::shared_ptr<const WeightFile>>& file) {
            if (asked != m_asked) {
                return;  // another session was opened since
            }
            std::optional<Origin> origin = weightOrDrawn(values, source);
            m_missing = source;  // until there is something to show
            if (!file) {
                Error gone = file.error();
                if (gone.code == ErrorCode::NotFound) {
                    gone.remedy =
                        "Put it there, or beside the session, and open the session "
                        "again: until then a drawn tensor stands in";
                }
                m_problems.push_back(std::move(gone));
                m_bench.reset(values, origin, nullptr);
            } else {
                const QJsonValue size = source.value(sizeKey);
                if (size.isDouble() && size.toInteger() != QFileInfo(path).size()) {
                    m_problems.push_back({ErrorCode::NotFound,
                                          "The file is not as it was when the session was saved",
                                          path.toStdString(),
                                          "What is shown is what it holds now"});
                }
                if (source.contains(tensorKey)) {
                    const std::string name = source.value(tensorKey).toString().toStdString();
                    if (const auto index = (*file)->find(name)) {
                        origin = FileOrigin{*file, *index};
                    } else {
                        m_problems.push_back({ErrorCode::NotFound,
                                              "The file no longer holds the tensor", name,
                                              "Choose another one"});
                    }
                }
                m_bench.reset(values, origin, *file);
            }
            emit opened();
            tellProblems();
        });
}

Result<void> Session::openFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, "The session cannot be opened", path.toStdString(),
                    "Check the path");
    }
    if (file.size() > mostBytes) {
        return fail(ErrorCode::TooLarge, "A session is at most 16 MiB", path.toStdString(),
                    "Is this the right file?");
    }
    Result<void> read = open(file.readAll(), QFileInfo(path).absolutePath());
    if (!read) {
        Error error = read.error();
        error.where = path.toStdString() + ", " + error.where;
        return tl::unexpected(std::move(error));
    }
    return {};
}

Result<void> Session::save(const QString& path) const {
    return replaceFile(path.toStdString(), text().toStdString());
}

QByteArray Session::settingsText() const {
    return QJsonDocument(m_bench.settings().values()).toJson();
}

Result<void> Session::pasteSettings(const QByteArray& text) {
    const Result<QJsonObject> document = parse(text);
    if (!document) {
        return fail(ErrorCode::InvalidArgument, "This text holds no settings", "clipboard",
                    "Copy settings as text first");
    }
    const QJsonObject settings =
        document->contains(settingsKey) ? document->value(settingsKey).toObject() : *document;
    WorkbenchValues values = m_bench.values();
    const std::vector<Error> refused = SettingsCatalogue::write(values, settings);
    m_bench.apply(values,
                  {QStringLiteral("calibrate"), QStringLiteral("paste"), tr("pasted settings")});
    if (!refused.empty()) {
        emit problems(refused);
    }
    return {};
}

}  // namespace zeropoint::ui
