// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/sqlite.h"

namespace zeropoint {
namespace {

// Another program writes for some milliseconds; one that holds on longer has the file for itself.
constexpr int patienceMilliseconds = 1000;
constexpr int primaryCode = 0xFF;

}  // namespace

SqliteStatement::SqliteStatement(sqlite3* database, std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    note(sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement,
                            nullptr));
    m_statement.reset(statement);
}

void SqliteStatement::note(int code) {
    if (m_failure == SQLITE_OK) {
        m_failure = code;
    }
}

SqliteStatement& SqliteStatement::bind(int parameter, std::int64_t value) {
    note(sqlite3_bind_int64(m_statement.get(), parameter, value));
    return *this;
}

SqliteStatement& SqliteStatement::bind(int parameter, double value) {
    note(sqlite3_bind_double(m_statement.get(), parameter, value));
    return *this;
}

SqliteStatement& SqliteStatement::bind(int parameter, std::string_view text) {
    note(sqlite3_bind_text64(m_statement.get(), parameter, text.data(), text.size(), SQLITE_STATIC,
                             SQLITE_UTF8));
    return *this;
}

SqliteStatement& SqliteStatement::bind(int parameter, std::span<const std::byte> bytes) {
    note(sqlite3_bind_blob64(m_statement.get(), parameter, bytes.data(), bytes.size(),
                             SQLITE_STATIC));
    return *this;
}

bool SqliteStatement::step() {
    if (m_failure != SQLITE_OK) {
        return false;
    }
    const int code = sqlite3_step(m_statement.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        note(code);
    }
    return code == SQLITE_ROW;
}

std::string_view SqliteStatement::text(int column) const {
    const unsigned char* data = sqlite3_column_text(m_statement.get(), column);
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return data == nullptr ? std::string_view()
                           : std::string_view(reinterpret_cast<const char*>(data),
                                              static_cast<std::size_t>(size));
}

std::span<const std::byte> SqliteStatement::bytes(int column) const {
    const void* data = sqlite3_column_blob(m_statement.get(), column);
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return {static_cast<const std::byte*>(data),
            data == nullptr ? 0 : static_cast<std::size_t>(size)};
}

bool SqliteStatement::null(int column) const {
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

int SqliteDatabase::open(const std::filesystem::path& file) {
    return open(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

int SqliteDatabase::openToRead(const std::filesystem::path& file) {
    return open(file, SQLITE_OPEN_READONLY);
}

int SqliteDatabase::open(const std::filesystem::path& file, int flags) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &handle, flags, nullptr);
    m_handle.reset(handle);
    if (code == SQLITE_OK) {
        sqlite3_busy_timeout(handle, patienceMilliseconds);
    }
    return code;
}

int SqliteDatabase::run(const char* sql) {
    return sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr);
}

int SqliteDatabase::copyTo(SqliteDatabase& other) {
    sqlite3_backup* copy =
        sqlite3_backup_init(other.m_handle.get(), "main", m_handle.get(), "main");
    if (copy == nullptr) {
        return sqlite3_errcode(other.m_handle.get());
    }
    sqlite3_backup_step(copy, -1);
    return sqlite3_backup_finish(copy);
}

bool isUnreadable(int code) {
    const int primary = code & primaryCode;
    return primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB;
}

Error sqliteError(int code, std::string_view subject, const std::filesystem::path& file) {
    const std::string what(subject);
    std::string within = what;  // "the store of runs"
    within[0] = 't';
    switch (code & primaryCode) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {ErrorCode::WriteFailed, "Another program holds " + within, file.string(),
                    "Close the other window or wait until it is done"};
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return {ErrorCode::WriteFailed, what + " cannot be written", file.string(),
                    "Check the permissions of the file and its folder"};
        case SQLITE_CANTOPEN:
            return {ErrorCode::ReadFailed, what + " cannot be opened", file.string(),
                    "Check that the folder exists and may be written"};
        case SQLITE_FULL:
        case SQLITE_IOERR:
            return {ErrorCode::WriteFailed, "The disk refused to take in " + within, file.string(),
                    "Check that there is room"};
        default:
            break;
    }
    return {isUnreadable(code) ? ErrorCode::Malformed : ErrorCode::WriteFailed,
            what + " failed: " + sqlite3_errstr(code), file.string(),
            "Open it again; an unreadable file is moved aside"};
}

}  // namespace zeropoint
