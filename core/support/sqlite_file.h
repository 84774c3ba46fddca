// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/sqlite.h"

#include <optional>

namespace zeropoint {

/// What a database file of ours holds and how it is made.
struct SqliteSchema {
    std::string_view subject;  ///< "The store of runs"
    std::int64_t version = 1;  ///< kept as the file's user_version
    /// Runs on a new file and one of an earlier version: makes what is missing and sets
    /// user_version, as one transaction.
    const char* sql = "";
};

/// An open database file of a known version. A file that SQLite cannot read is moved aside and a
/// new one begun; one of a newer version is left as it is. One thread at a time.
class SqliteFile {
public:
    /// ReadFailed or WriteFailed where the folder or the file refuses, or another program holds it
    /// locked; Unsupported for a file of a newer version; Malformed where an unreadable file could
    /// not be moved.
    static Result<SqliteFile> open(const std::filesystem::path& file, const SqliteSchema& schema);
    /// To be read alone: nothing is made, changed or moved. NotFound where there is no file;
    /// InvalidArgument for one that is no database, or not of this version; Malformed for a
    /// damaged one; ReadFailed where it refuses or a writer died in the middle of a change, which
    /// open() takes back; WriteFailed where another program holds it locked.
    static Result<SqliteFile> openToRead(const std::filesystem::path& file,
                                         const SqliteSchema& schema);

    const std::filesystem::path& path() const { return m_path; }
    /// Where a file went that could not be read.
    const std::optional<std::filesystem::path>& movedTo() const { return m_movedTo; }

    SqliteStatement prepare(std::string_view sql) { return m_database.prepare(sql); }
    /// Makes the other file hold what this one holds. ":memory:" is a path too.
    Result<void> copyTo(SqliteFile& other);
    /// Statements without results, one after the other.
    Result<void> run(const char* sql);
    /// Runs a statement that has no rows to read.
    Result<void> finish(SqliteStatement& statement);
    std::int64_t lastId() const { return m_database.lastId(); }
    /// The error of a statement that failed, to be returned.
    tl::unexpected<Error> failure(int code) const;

private:
    SqliteFile(std::filesystem::path path, std::string_view subject)
        : m_path(std::move(path)), m_subject(subject) {}
    Result<void> tryOpen(const SqliteSchema& schema, int& code);
    /// SQLITE_OK where SQLite can read all of it.
    int check();
    std::int64_t version();
    tl::unexpected<Error> readFailure(int code) const;
    Result<void> moveAside();

    std::filesystem::path m_path;
    std::string m_subject;
    std::optional<std::filesystem::path> m_movedTo;
    SqliteDatabase m_database;
};

/// A change of several statements that happens as a whole or not at all: what is not committed is
/// taken back.
class SqliteTransaction {
public:
    explicit SqliteTransaction(SqliteFile& file)
        : m_file(file), m_begun(file.run("BEGIN IMMEDIATE")) {}
    ~SqliteTransaction() {
        if (m_begun && !m_committed) {
            static_cast<void>(m_file.run("ROLLBACK"));
        }
    }
    SqliteTransaction(const SqliteTransaction&) = delete;
    SqliteTransaction& operator=(const SqliteTransaction&) = delete;

    const Result<void>& begun() const { return m_begun; }
    Result<void> commit();

private:
    SqliteFile& m_file;
    Result<void> m_begun;
    bool m_committed = false;
};

}  // namespace zeropoint
