// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/inside_folder.h"

#include "core/support/in_quotes.h"

#include <algorithm>
#include <filesystem>

namespace zeropoint {

Result<std::string> insideFolder(const std::string& folder, const std::string& name,
                                 const std::string& where) {
    const std::filesystem::path path(name);
    const bool climbs = std::ranges::find(path, "..") != path.end();
    if (name.empty() || path.is_absolute() || climbs || name.find('\0') != std::string::npos) {
        return fail(ErrorCode::Malformed,
                    "It names the file " + inQuotes(name) + ", which is not inside its folder",
                    where, "Do not trust this file");
    }
    return (std::filesystem::path(folder) / path).string();
}

}  // namespace zeropoint
