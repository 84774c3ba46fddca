// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/interview/own_decks.h"

#include "core/course/anki_deck.h"
#include "core/course/anki_text.h"
#include "core/files/atomic_file.h"
#include "ui/job/job_runner.h"
#include "ui/state/interview/interview.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>
#include <QTimer>

#include <utility>

namespace zeropoint::ui {
namespace {

constexpr int restMilliseconds = 300;  ///< an editor saves in several steps
constexpr qint64 mostBytes = 16 << 20;
constexpr std::uint64_t exportSeed = 1;
const QString ankiEnding = QStringLiteral("txt");

struct OwnFiles {
    std::vector<course::Deck> decks;
    std::vector<Error> problems;
};

Result<std::string> textOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::ReadFailed, "The deck cannot be opened", path.toStdString(),
                    "Check its permissions");
    }
    if (file.size() > mostBytes) {
        return fail(ErrorCode::TooLarge, "A deck is at most 16 MiB", path.toStdString(),
                    "Is this the right file?");
    }
    return file.readAll().toStdString();
}

void readAnki(const QFileInfo& info, OwnFiles& found) {
    const std::string path = info.absoluteFilePath().toStdString();
    const Result<course::AnkiText> text =
        textOf(info.absoluteFilePath()).and_then([&](const std::string& bytes) {
            return course::readAnkiText(bytes, path);
        });
    if (!text) {
        found.problems.push_back(text.error());
    } else {
        found.decks.push_back(course::deckOf(*text, info.completeBaseName().toStdString(), path));
    }
}

/// As the shipped ones are read, so that what is wrong is said with file and line.
void readJson(const QFileInfoList& files, OwnFiles& found) {
    course::CourseFiles own;
    for (const QFileInfo& info : files) {
        const std::string path = info.absoluteFilePath().toStdString();
        if (Result<std::string> text = textOf(info.absoluteFilePath())) {
            own["decks/en/" + info.fileName().toStdString()] = {std::move(*text), path};
        } else {
            found.problems.push_back(text.error());
        }
    }
    if (own.empty()) {
        return;
    }
    course::Loaded loaded = course::loadCourse(own);
    for (const course::Problem& problem : loaded.problems) {
        found.problems.push_back({ErrorCode::Malformed, problem.what,
                                  problem.file + ':' + std::to_string(problem.line),
                                  problem.remedy});
    }
    std::move(loaded.course.decks.begin(), loaded.course.decks.end(),
              std::back_inserter(found.decks));
}

Result<OwnFiles> readFolder(const QString& folder) {
    OwnFiles found;
    const QDir dir(folder);
    readJson(dir.entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name), found);
    for (const QFileInfo& info :
         dir.entryInfoList({QStringLiteral("*.") + ankiEnding}, QDir::Files, QDir::Name)) {
        readAnki(info, found);
    }
    return found;
}

/// Where a file of this name can go without taking another's place.
QString freeName(const QString& folder, const QString& base) {
    const QDir dir(folder);
    QString name = base + QLatin1Char('.') + ankiEnding;
    for (int i = 2; dir.exists(name); ++i) {
        name = QStringLiteral("%1-%2.%3").arg(base).arg(i).arg(ankiEnding);
    }
    return dir.filePath(name);
}

/// Without marks.
QString plainLines(const QString& markdown) {
    QTextDocument document;
    document.setMarkdown(markdown,
                         QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectCommonMark) |
                             QTextDocument::MarkdownNoHTML);
    QString text;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const bool item = block.textList() != nullptr;
        const bool follows = item && block.previous().isValid() && block.previous().textList();
        text += text.isEmpty() ? QString()
                : follows      ? QStringLiteral("\n")
                               : QStringLiteral("\n\n");
        text += (item ? QStringLiteral("- ") : QString()) + block.text();
    }
    return text.replace(QChar::LineSeparator, QLatin1Char('\n')).trimmed();
}

struct Imported {
    course::AnkiText text;
    std::string bytes;
    QString place;          ///< in the folder
    std::size_t known = 0;  ///< cards that the deck at that place had before
};

/// A file of its own, or that of the deck which comes once more.
void findPlace(Imported& imported, const QString& folder, const QString& base) {
    const std::string title = imported.text.deck.empty() ? base.toStdString() : imported.text.deck;
    for (const QFileInfo& info :
         QDir(folder).entryInfoList({QStringLiteral("*.") + ankiEnding}, QDir::Files, QDir::Name)) {
        const Result<std::string> bytes = textOf(info.absoluteFilePath());
        const Result<course::AnkiText> old =
            bytes ? course::readAnkiText(*bytes, info.absoluteFilePath().toStdString())
                  : Result<course::AnkiText>(tl::unexpected(bytes.error()));
        if (!old) {
            continue;  // told when the folder is read
        }
        course::AnkiUpdate update =
            course::updateOf(*old, info.completeBaseName().toStdString(), imported.text, title);
        if (update.known > 0) {
            imported.place = info.absoluteFilePath();
            imported.bytes = course::writeAnkiText(title, update.notes);
            imported.known = update.known;
            return;
        }
    }
    imported.place = freeName(folder, base);
}

/// What became of a file: a message of what went wrong before must not stand as the answer to it.
QString importedText(const Imported& imported) {
    const course::AnkiText& text = imported.text;
    QStringList sentences{
        OwnDecks::tr("%n card(s) were imported.", nullptr, static_cast<int>(text.notes.size()))};
    if (imported.known > 0) {
        sentences << OwnDecks::tr("%n card(s) had been here before and keep their history.",
                                  nullptr, static_cast<int>(imported.known));
    }
    if (text.emptyNotes > 0) {
        sentences << OwnDecks::tr("%n note(s) without a front were left out.", nullptr,
                                  static_cast<int>(text.emptyNotes));
    }
    if (text.leftOutMedia > 0) {
        sentences << OwnDecks::tr("%n picture(s) or sound(s) were left out: cards hold text alone.",
                                  nullptr, static_cast<int>(text.leftOutMedia));
    }
    return sentences.join(QLatin1Char(' '));
}

Result<void> save(const QString& path, const QByteArray& bytes) {
    return replaceFile(path.toStdString(), bytes.toStdString());
}

}  // namespace

OwnDecks::OwnDecks(JobRunner& jobs, Interview& interview, QObject* parent)
    : QObject(parent),
      m_jobs(jobs),
      m_interview(interview),
      m_watcher(new QFileSystemWatcher(this)),
      m_rest(new QTimer(this)) {
    m_rest->setSingleShot(true);
    m_rest->setInterval(restMilliseconds);
    connect(m_rest, &QTimer::timeout, this, &OwnDecks::read);
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, m_rest, qOverload<>(&QTimer::start));
    connect(m_watcher, &QFileSystemWatcher::fileChanged, m_rest, qOverload<>(&QTimer::start));
}

void OwnDecks::openFolder(const QString& folder) {
    m_folder = folder;
    read();
}

void OwnDecks::watch() {
    const QDir dir(m_folder);
    if (!dir.exists()) {
        return;
    }
    QStringList places{m_folder};
    for (const QFileInfo& info : dir.entryInfoList(QDir::Files)) {
        places << info.absoluteFilePath();
    }
    m_watcher->addPaths(places);
}

void OwnDecks::read() {
    watch();
    m_reading = true;
    m_jobs.start(
        tr("Reading your decks"), QStringLiteral("decks"),
        [folder = m_folder](const Execution&) { return readFolder(folder); }, this,
        [this](Result<OwnFiles>&& found) {
            m_reading = false;
            if (found) {  // else it was stopped: the next change of the folder reads it
                m_problems = std::move(found->problems);
                m_interview.setOwnDecks(std::move(found->decks));
            }
            emit wasRead();
            if (found && !m_problems.empty()) {
                emit failed(m_problems.front());
            }
        });
}

void OwnDecks::importAnki(const QString& path) {
    m_jobs.start(
        tr("Reading %1").arg(QFileInfo(path).fileName()), QStringLiteral("import"),
        [path, folder = m_folder](const Execution&) -> Result<Imported> {
            Result<std::string> bytes = textOf(path);
            if (!bytes) {
                return tl::unexpected(bytes.error());
            }
            Result<course::AnkiText> text = course::readAnkiText(*bytes, path.toStdString());
            if (!text) {
                return tl::unexpected(text.error());
            }
            if (text->notes.empty()) {
                return fail(ErrorCode::Malformed, "The file holds no cards", path.toStdString(),
                            "Export notes in plain text from Anki");
            }
            Imported imported{std::move(*text), std::move(*bytes), {}};
            findPlace(imported, folder, QFileInfo(path).completeBaseName());
            return imported;
        },
        this,
        [this](const Result<Imported>& read) {
            if (!read) {
                emit failed(read.error());
                return;
            }
            QDir().mkpath(m_folder);
            if (const Result<void> saved =
                    save(read->place, QByteArray::fromStdString(read->bytes));
                !saved) {
                emit failed(saved.error());
                return;
            }
            emit imported(QStringLiteral("own-") + QFileInfo(read->place).completeBaseName(),
                          static_cast<int>(read->text.notes.size()));
            emit noticed(importedText(*read));
            this->read();
        });
}

Result<void> OwnDecks::exportAnki(const QString& id, const QString& file) const {
    const course::Deck* deck = m_interview.deck(id);
    if (deck == nullptr) {
        return fail(ErrorCode::NotFound, "There is no such deck", id.toStdString(),
                    "Choose one of the list");
    }
    std::vector<course::AnkiNote> notes;
    for (const course::Card& card : deck->cards) {
        if (auto note = course::noteOf(card, deck->title.text)) {
            notes.push_back(std::move(*note));
            continue;
        }
        const Result<AskedCard> asked = m_interview.askedOf(card, exportSeed);
        if (!asked) {
            return tl::unexpected(asked.error());
        }
        QString back = asked->answer;
        for (const QString& line : asked->rubric) {
            back += (line == asked->rubric.front() ? QStringLiteral("\n\n- ")
                                                   : QStringLiteral("\n- ")) +
                    line;
        }
        notes.push_back({card.id,
                         deck->title.text,
                         plainLines(asked->question).toStdString(),
                         plainLines(back).toStdString(),
                         {deck->id, card.topic}});
    }
    return save(file, QByteArray::fromStdString(course::writeAnkiText(deck->title.text, notes)));
}

}  // namespace zeropoint::ui
