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

int SqliteFile::check() {
    SqliteStatement answer = prepare("PRAGMA quick_check(1)");
    const bool sound = answer.step() && answer.text(0) == "ok";
    return answer.failure() != SQLITE_OK || sound ? answer.failure() : SQLITE_CORRUPT;
}

std::int64_t SqliteFile::version() {
    SqliteStatement read = prepare("PRAGMA user_version");
    return read.step() ? read.integer(0) : 0;
}

Result<void> SqliteFile::tryOpen(const SqliteSchema& schema, int& code) {
    code = m_database.open(m_path);
    if (code == SQLITE_OK) {
        code = check();
    }
    if (code != SQLITE_OK) {
        return failure(code);
    }
    const std::int64_t version = this->version();
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

tl::unexpected<Error> SqliteFile::readFailure(int code) const {
    constexpr int primaryCode = 0xFF;
    switch (code & primaryCode) {
        case SQLITE_CORRUPT:
            return fail(ErrorCode::Malformed, m_subject + " is damaged", m_path.string(),
                        "Give another copy of it");
        case SQLITE_READONLY:  // a journal is beside it, which only a writer can take back
            return fail(ErrorCode::ReadFailed,
                        "A program ended while it changed this file, which is not whole",
                        m_path.string(), "Open it once with the program that writes it");
        case SQLITE_CANTOPEN:
            return fail(ErrorCode::ReadFailed, m_subject + " cannot be opened", m_path.string(),
                        "Check the permissions of the file and its folder");
        default:
            return failure(code);
    }
}

Result<SqliteFile> SqliteFile::openToRead(const std::filesystem::path& path,
                                          const SqliteSchema& schema) {
    std::error_code unread;
    const std::filesystem::file_type type = std::filesystem::status(path, unread).type();
    if (type == std::filesystem::file_type::not_found) {
        return fail(ErrorCode::NotFound, "There is no such file", path.string(), "Check the path");
    }
    SqliteFile file(path, schema.subject);
    const bool regular = type == std::filesystem::file_type::regular;
    int code = regular ? file.m_database.openToRead(path) : SQLITE_NOTADB;
    if (code == SQLITE_OK) {
        code = file.check();
    }
    if (code == SQLITE_NOTADB || (code == SQLITE_OK && file.version() != schema.version)) {
        return fail(ErrorCode::InvalidArgument,
                    code == SQLITE_OK ? "This database is another one, or of another version"
                                      : "This is no database",
                    path.string(), "Give one that this version of the program wrote");
    }
    if (code != SQLITE_OK) {
        return file.readFailure(code);
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
