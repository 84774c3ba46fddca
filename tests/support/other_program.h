// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <string>

namespace zeropoint::test {

/// A database file as another program would hold it.
class Other {
public:
    explicit Other(const std::string& path) { sqlite3_open(path.c_str(), &m_handle); }
    ~Other() { sqlite3_close(m_handle); }
    Other(const Other&) = delete;
    Other& operator=(const Other&) = delete;
    int run(const char* sql) { return sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr); }

private:
    sqlite3* m_handle = nullptr;
};

}  // namespace zeropoint::test
