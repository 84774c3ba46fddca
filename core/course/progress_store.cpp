// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/progress_store.h"

#include "core/support/sqlite_file.h"

#include <charconv>
#include <chrono>
#include <map>
#include <utility>

namespace zeropoint::course {
namespace {

constexpr SqliteSchema schema{"The record of your progress", 1,
                              "BEGIN IMMEDIATE;"
                              "CREATE TABLE IF NOT EXISTS reviews ("
                              " id INTEGER PRIMARY KEY AUTOINCREMENT,"
                              " card TEXT NOT NULL,"
                              " at INTEGER NOT NULL,"
                              " grade INTEGER NOT NULL,"
                              " answer TEXT NOT NULL,"
                              " seed TEXT NOT NULL,"
                              " seconds REAL NOT NULL,"
                              " ticks TEXT NOT NULL,"
                              " lines INTEGER NOT NULL,"
                              " mock INTEGER NOT NULL);"
                              "CREATE TABLE IF NOT EXISTS drafts ("
                              " card TEXT PRIMARY KEY,"
                              " answer TEXT NOT NULL,"
                              " seed TEXT NOT NULL,"
                              " at INTEGER NOT NULL);"
                              "CREATE TABLE IF NOT EXISTS places ("
                              " lesson TEXT PRIMARY KEY,"
                              " step TEXT NOT NULL,"
                              " at INTEGER NOT NULL);"
                              "CREATE TABLE IF NOT EXISTS finished ("
                              " id INTEGER PRIMARY KEY AUTOINCREMENT,"
                              " lesson TEXT NOT NULL,"
                              " step TEXT NOT NULL,"
                              " at INTEGER NOT NULL,"
                              " UNIQUE (lesson, step));"
                              "CREATE TABLE IF NOT EXISTS answers ("
                              " id INTEGER PRIMARY KEY AUTOINCREMENT,"
                              " lesson TEXT NOT NULL,"
                              " step TEXT NOT NULL,"
                              " answer TEXT NOT NULL,"
                              " misconception TEXT NOT NULL,"
                              " given TEXT NOT NULL,"
                              " is_right INTEGER NOT NULL,"
                              " at INTEGER NOT NULL);"
                              "CREATE TABLE IF NOT EXISTS written ("
                              " id INTEGER PRIMARY KEY AUTOINCREMENT,"
                              " about TEXT NOT NULL,"
                              " answer TEXT NOT NULL,"
                              " ticks TEXT NOT NULL,"
                              " at INTEGER NOT NULL);"
                              "PRAGMA user_version = 1;"
                              "COMMIT;"};

/// "0,2,3"
std::string textOf(const std::vector<int>& ticks) {
    std::string text;
    for (const int tick : ticks) {
        text.append(text.empty() ? 0 : 1, ',').append(std::to_string(tick));
    }
    return text;
}

/// What is no number is left out.
std::vector<int> ticksOf(std::string_view text) {
    std::vector<int> ticks;
    while (!text.empty()) {
        const std::string_view entry = text.substr(0, text.find(','));
        int tick = 0;
        if (std::from_chars(entry.data(), entry.data() + entry.size(), tick).ec == std::errc()) {
            ticks.push_back(tick);
        }
        text.remove_prefix(std::min(entry.size() + 1, text.size()));
    }
    return ticks;
}

/// All 64 bits: SQLite's own integers have a sign.
std::uint64_t seedOf(std::string_view text) {
    std::uint64_t seed = 0;
    std::from_chars(text.data(), text.data() + text.size(), seed);
    return seed;
}

Grade gradeOf(std::int64_t stored) {
    return static_cast<Grade>(std::clamp<std::int64_t>(stored, 1, 4));
}

constexpr auto copyAge = std::chrono::hours(1);

bool missingOrOld(const std::filesystem::path& file) {
    std::error_code missing;
    const auto written = std::filesystem::last_write_time(file, missing);
    return missing || std::filesystem::file_time_type::clock::now() - written > copyAge;
}

std::filesystem::path withEnding(std::filesystem::path file, const char* ending) {
    file += ending;
    return file;
}

}  // namespace

class ProgressStore::Database : public SqliteFile {
public:
    explicit Database(SqliteFile file) : SqliteFile(std::move(file)) {}
    Result<void> after(SqliteStatement& select) const {
        return select.failure() == SQLITE_OK ? Result<void>{} : failure(select.failure());
    }
};

ProgressStore::ProgressStore(std::unique_ptr<Database> database)
    : m_database(std::move(database)) {}
ProgressStore::ProgressStore(ProgressStore&&) noexcept = default;
ProgressStore& ProgressStore::operator=(ProgressStore&&) noexcept = default;
ProgressStore::~ProgressStore() = default;

const std::optional<std::filesystem::path>& ProgressStore::movedTo() const {
    return m_database->movedTo();
}

Result<ProgressStore> ProgressStore::openAt(const std::filesystem::path& file) {
    Result<SqliteFile> opened = SqliteFile::open(file, schema);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    return ProgressStore(std::make_unique<Database>(std::move(*opened)));
}

Result<ProgressStore> ProgressStore::inMemory() {
    return openAt(":memory:");
}

Result<ProgressStore> ProgressStore::open(const std::filesystem::path& file) {
    Result<ProgressStore> store = openAt(file);
    if (!store) {
        return store;
    }
    const std::filesystem::path backup = withEnding(file, ".backup");
    store->m_backup = backup;
    // Empty: also a program that was killed while it restored.
    if ((store->movedTo() || store->empty()) && std::filesystem::exists(backup)) {
        Result<ProgressStore> kept = openAt(backup);
        if (kept && !kept->movedTo() && !kept->empty()) {
            if (Result<void> copied = kept->m_database->copyTo(*store->m_database); !copied) {
                return tl::unexpected(copied.error());
            }
            store->m_restoredFrom = backup;
        }
    } else {
        store->copyWhenDue();
    }
    return store;
}

/// A copy that cannot be made now is made another time: the file itself is whole.
void ProgressStore::copyWhenDue() {
    if (!m_backup.empty() && missingOrOld(m_backup) && !empty()) {
        static_cast<void>(backUp());
    }
}

bool ProgressStore::empty() {
    SqliteStatement any = m_database->prepare(
        "SELECT EXISTS (SELECT 1 FROM reviews) OR EXISTS (SELECT 1 FROM drafts)"
        " OR EXISTS (SELECT 1 FROM places) OR EXISTS (SELECT 1 FROM finished)"
        " OR EXISTS (SELECT 1 FROM answers) OR EXISTS (SELECT 1 FROM written)");
    return any.step() && any.integer(0) == 0;
}

Result<void> ProgressStore::backUp() {
    const std::filesystem::path fresh = withEnding(m_backup, ".new");
    std::error_code failed;
    std::filesystem::remove(fresh, failed);
    {
        SqliteStatement copy = m_database->prepare("VACUUM INTO ?");
        const std::string name = fresh.string();
        copy.bind(1, std::string_view(name));
        if (Result<void> made = m_database->finish(copy); !made) {
            return made;
        }
    }
    std::filesystem::rename(fresh, m_backup, failed);
    return {};
}

Result<ProgressStore> ProgressStore::snapshot() {
    Result<ProgressStore> copy = inMemory();
    if (!copy) {
        return copy;
    }
    if (Result<void> made = m_database->copyTo(*copy->m_database); !made) {
        return tl::unexpected(made.error());
    }
    return copy;
}

Result<std::int64_t> ProgressStore::foreignChanges() {
    SqliteStatement version = m_database->prepare("PRAGMA data_version");
    if (!version.step()) {
        return m_database->failure(version.failure());
    }
    return version.integer(0);
}

Result<void> ProgressStore::add(const CardReview& review) {
    SqliteStatement insert = m_database->prepare(
        "INSERT INTO reviews (card, at, grade, answer, seed, seconds, ticks, lines, mock)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const std::string seed = std::to_string(review.seed);
    const std::string ticks = textOf(review.ticks);
    insert.bind(1, std::string_view(review.card)).bind(2, review.at);
    insert.bind(3, static_cast<std::int64_t>(review.grade));
    insert.bind(4, std::string_view(review.answer)).bind(5, std::string_view(seed));
    insert.bind(6, review.seconds).bind(7, std::string_view(ticks));
    insert.bind(8, static_cast<std::int64_t>(review.lines)).bind(9, review.mock);
    return m_database->finish(insert);
}

Result<std::vector<CardReview>> ProgressStore::reviews() {
    SqliteStatement select = m_database->prepare(
        "SELECT card, at, grade, answer, seed, seconds, ticks, lines, mock FROM reviews"
        " ORDER BY at, id");
    std::vector<CardReview> all;
    while (select.step()) {
        all.push_back({std::string(select.text(0)), select.integer(1), gradeOf(select.integer(2)),
                       std::string(select.text(3)), seedOf(select.text(4)), select.real(5),
                       ticksOf(select.text(6)), static_cast<int>(select.integer(7)),
                       select.integer(8)});
    }
    return m_database->after(select).map([&] { return std::move(all); });
}

Result<void> ProgressStore::keep(const Draft& draft) {
    if (draft.answer.empty()) {
        SqliteStatement erase = m_database->prepare("DELETE FROM drafts WHERE card = ?");
        erase.bind(1, std::string_view(draft.card));
        return m_database->finish(erase);
    }
    SqliteStatement insert = m_database->prepare(
        "INSERT OR REPLACE INTO drafts (card, answer, seed, at) VALUES (?, ?, ?, ?)");
    const std::string seed = std::to_string(draft.seed);
    insert.bind(1, std::string_view(draft.card)).bind(2, std::string_view(draft.answer));
    insert.bind(3, std::string_view(seed)).bind(4, draft.at);
    return m_database->finish(insert);
}

Result<std::vector<Draft>> ProgressStore::drafts() {
    SqliteStatement select =
        m_database->prepare("SELECT card, answer, seed, at FROM drafts ORDER BY at");
    std::vector<Draft> all;
    while (select.step()) {
        all.push_back({std::string(select.text(0)), std::string(select.text(1)),
                       seedOf(select.text(2)), select.integer(3)});
    }
    return m_database->after(select).map([&] { return std::move(all); });
}

Result<void> ProgressStore::shown(std::string_view lesson, std::string_view step, std::int64_t at) {
    SqliteStatement insert =
        m_database->prepare("INSERT OR REPLACE INTO places (lesson, step, at) VALUES (?, ?, ?)");
    insert.bind(1, lesson).bind(2, step).bind(3, at);
    return m_database->finish(insert);
}

Result<void> ProgressStore::finished(std::string_view lesson, std::string_view step,
                                     std::int64_t at) {
    SqliteStatement insert =
        m_database->prepare("INSERT OR IGNORE INTO finished (lesson, step, at) VALUES (?, ?, ?)");
    insert.bind(1, lesson).bind(2, step).bind(3, at);
    return m_database->finish(insert);
}

Result<void> ProgressStore::answered(const StepAnswer& answer) {
    SqliteStatement insert = m_database->prepare(
        "INSERT INTO answers (lesson, step, answer, misconception, given, is_right, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, std::string_view(answer.lesson)).bind(2, std::string_view(answer.step));
    insert.bind(3, std::string_view(answer.answer));
    insert.bind(4, std::string_view(answer.misconception));
    insert.bind(5, std::string_view(answer.given));
    insert.bind(6, static_cast<std::int64_t>(answer.right)).bind(7, answer.at);
    return m_database->finish(insert);
}

Result<void> ProgressStore::wrote(const WrittenAnswer& answer) {
    SqliteStatement insert =
        m_database->prepare("INSERT INTO written (about, answer, ticks, at) VALUES (?, ?, ?, ?)");
    const std::string ticks = textOf(answer.ticks);
    insert.bind(1, std::string_view(answer.about)).bind(2, std::string_view(answer.text));
    insert.bind(3, std::string_view(ticks)).bind(4, answer.at);
    return m_database->finish(insert);
}

Result<std::vector<LessonProgress>> ProgressStore::lessons() {
    std::map<std::string, LessonProgress, std::less<>> found;
    const auto of = [&found](std::string_view lesson) -> LessonProgress& {
        LessonProgress& progress = found[std::string(lesson)];
        progress.lesson = lesson;
        return progress;
    };
    SqliteStatement places = m_database->prepare("SELECT lesson, step FROM places");
    while (places.step()) {
        of(places.text(0)).step = places.text(1);
    }
    SqliteStatement done = m_database->prepare("SELECT lesson, step FROM finished ORDER BY id");
    while (done.step()) {
        of(done.text(0)).done.emplace_back(done.text(1));
    }
    // SQLite takes the other columns from the row that holds the least of min().
    SqliteStatement first =
        m_database->prepare("SELECT lesson, is_right, min(id) FROM answers GROUP BY lesson, step");
    while (first.step()) {
        LessonProgress& progress = of(first.text(0));
        ++progress.asked;
        progress.right += first.integer(1) != 0 ? 1 : 0;
    }
    for (SqliteStatement* select : {&places, &done, &first}) {
        if (Result<void> read = m_database->after(*select); !read) {
            return tl::unexpected(read.error());
        }
    }
    std::vector<LessonProgress> all;
    all.reserve(found.size());
    for (auto& [lesson, progress] : found) {
        all.push_back(std::move(progress));
    }
    return all;
}

Result<std::vector<WrittenAnswer>> ProgressStore::written(std::string_view about) {
    SqliteStatement select = m_database->prepare(
        "SELECT about, answer, ticks, at FROM written WHERE about = ? ORDER BY at DESC, id DESC");
    select.bind(1, about);
    std::vector<WrittenAnswer> all;
    while (select.step()) {
        all.push_back({std::string(select.text(0)), std::string(select.text(1)),
                       ticksOf(select.text(2)), select.integer(3)});
    }
    return m_database->after(select).map([&] { return std::move(all); });
}

}  // namespace zeropoint::course
