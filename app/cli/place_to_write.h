// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/report.h"
#include "core/files/over_source.h"
#include "core/support/error.h"

#include <unistd.h>

#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

namespace zeropoint::cli {

/// Whether a file can be put there: the folder takes one, and what has the name is a plain file
/// or nothing (no folder, no device, and the name is not too long for a file).
inline bool canBeWritten(const std::filesystem::path& file) {
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
    std::error_code unread;
    const std::filesystem::file_type type = std::filesystem::status(file, unread).type();
    return std::filesystem::is_directory(folder, unread) && ::access(folder.c_str(), W_OK) == 0 &&
           (type == std::filesystem::file_type::regular ||
            type == std::filesystem::file_type::not_found);
}

/// InvalidArgument where it leads to one of the files that are read.
inline Result<void> checkNotOver(const std::vector<std::string>& read, const std::string& file) {
    for (const std::string& one : read) {
        if (auto free = zeropoint::checkNotOver(one, file); !free) {
            return free;
        }
    }
    return {};
}

/// Whether a report that was asked for can be written of them.
inline Result<void> checkReport(const std::string& report, const std::vector<std::string>& read) {
    return report.empty()
               ? Result<void>()
               : checkReportPath(report).and_then([&] { return checkNotOver(read, report); });
}

/// WriteFailed, with the option that gives the place, where it cannot: what takes minutes must not
/// end at a place where it is lost.
inline Result<void> checkPlace(const std::filesystem::path& file, const std::string& what,
                               const std::string& option) {
    return canBeWritten(file) ? Result<void>()
                              : fail(ErrorCode::WriteFailed, what + " cannot be written there",
                                     file.string(), "Choose another place with " + option);
}

}  // namespace zeropoint::cli
