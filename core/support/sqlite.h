// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace zeropoint {

/// A prepared statement; columns and parameters count from 0 and 1, as SQLite's do.
class SqliteStatement {
public:
    SqliteStatement(sqlite3* database, std::string_view sql);

    SqliteStatement& bind(int parameter, std::int64_t value);
    SqliteStatement& bind(int parameter, double value);
    /// Texts and bytes are not copied: they must live until the last step.
    SqliteStatement& bind(int parameter, std::string_view text);
    SqliteStatement& bind(int parameter, std::span<const std::byte> bytes);
    /// True while there is a row to read.
    bool step();
    /// The code of the first call that failed; SQLITE_OK when none did.
    int failure() const { return m_failure; }

    std::int64_t integer(int column) const {
        return sqlite3_column_int64(m_statement.get(), column);
    }
    double real(int column) const { return sqlite3_column_double(m_statement.get(), column); }
    std::string_view text(int column) const;
    std::span<const std::byte> bytes(int column) const;
    bool null(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    void note(int code);

    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    int m_failure = SQLITE_OK;
};

/// An open database file.
class SqliteDatabase {
public:
    /// Any code but SQLITE_OK: the handle is good for nothing.
    int open(const std::filesystem::path& file);
    /// A file that is there, and stays as it is.
    int openToRead(const std::filesystem::path& file);
    /// Statements without results, one after the other.
    int run(const char* sql);
    SqliteStatement prepare(std::string_view sql) { return {m_handle.get(), sql}; }
    /// Makes the other database, open too, hold what this one holds.
    int copyTo(SqliteDatabase& other);
    std::int64_t lastId() const { return sqlite3_last_insert_rowid(m_handle.get()); }
    void close() { m_handle.reset(); }

private:
    int open(const std::filesystem::path& file, int flags);

    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close(handle); }
    };
    std::unique_ptr<sqlite3, Close> m_handle;
};

/// What a failing SQLite call means to the person whose file it is.
/// @param subject what the file holds, "The store of runs"
Error sqliteError(int code, std::string_view subject, const std::filesystem::path& file);
/// Whether the bytes of the file are at fault, and not who holds it or where it is.
bool isUnreadable(int code);

}  // namespace zeropoint
