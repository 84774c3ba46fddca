// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/sqlite_file.h"

#include <utility>

namespace zeropoint {
namespace {

/// A name beside the file that is still free: "runs.db.unreadable", "runs.db.unreadable-2" ...
std::filesystem::path asideOf(const std::filesystem::path& file) {
    std::filesystem::path aside = file;
    aside += ".unreadable";
    for (int i = 2; std::filesystem::exists(aside); ++i) {
        aside = file;
        aside += ".unreadable-" + std::to_string(i);
    }
    return aside;
}

}  // namespace

tl::unexpected<Error> SqliteFile::failure(int code) const {
    return tl::unexpected(sqliteError(code, m_subject, m_path));
}

Result<void> SqliteFile::copyTo(SqliteFile& other) {
    const int code = m_database.copyTo(other.m_database);
    return code == SQLITE_OK ? Result<void>{} : failure(code);
}

Result<void> SqliteFile::run(const char* sql) {
    const int code = m_database.run(sql);
    return code == SQLITE_OK ? Result<void>{} : failure(code);
}

Result<void> SqliteFile::finish(SqliteStatement& statement) {
    statement.step();
    return statement.failure() == SQLITE_OK ? Result<void>{} : failure(statement.failure());
}

Result<void> SqliteFile::tryOpen(const SqliteSchema& schema, int& code) {
    code = m_database.open(m_path);
    if (code != SQLITE_OK) {
        return failure(code);
    }
    SqliteStatement check = prepare("PRAGMA quick_check(1)");
    const bool answered = check.step();
    code = check.failure();
    if (code == SQLITE_OK && (!answered || check.text(0) != "ok")) {
        code = SQLITE_CORRUPT;
    }
    if (code != SQLITE_OK) {
        return failure(code);
    }
    std::int64_t version = 0;
    {
        SqliteStatement read = prepare("PRAGMA user_version");
        version = read.step() ? read.integer(0) : 0;
    }
    if (version > schema.version) {
        return fail(ErrorCode::Unsupported,
                    m_subject + " was written by a newer version of the program", m_path.string(),
                    "Use that version, or another file");
    }
    // Opening a file that is up to date writes nothing: other windows would take it for news.
    code = version < schema.version ? m_database.run(schema.sql) : SQLITE_OK;
    return code == SQLITE_OK ? Result<void>{} : failure(code);
}

Result<void> SqliteFile::moveAside() {
    m_database.close();
    const std::filesystem::path aside = asideOf(m_path);
    std::error_code refused;
    std::filesystem::rename(m_path, aside, refused);
    if (refused) {
        return failure(SQLITE_CORRUPT);
    }
    // What a crashed writer left beside it belongs to the old file.
    for (const char* ending : {"-journal", "-wal", "-shm"}) {
        std::filesystem::path companion = m_path;
        companion += ending;
        std::filesystem::path companionAside = aside;
        companionAside += ending;
        std::filesystem::rename(companion, companionAside, refused);
    }
    m_movedTo = aside;
    return {};
}

Result<SqliteFile> SqliteFile::open(const std::filesystem::path& path, const SqliteSchema& schema) {
    SqliteFile file(path, schema.subject);
    int code = SQLITE_OK;
    Result<void> opened = file.tryOpen(schema, code);
    if (!opened && isUnreadable(code)) {
        if (Result<void> moved = file.moveAside(); !moved) {
            return tl::unexpected(moved.error());
        }
        opened = file.tryOpen(schema, code);
    }
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    return file;
}

Result<void> SqliteTransaction::commit() {
    if (!m_begun) {
        return m_begun;
    }
    Result<void> done = m_file.run("COMMIT");
    m_committed = done.has_value();
    return done;
}

}  // namespace zeropoint
