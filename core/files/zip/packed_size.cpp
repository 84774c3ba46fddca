// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/zip/packed_size.h"

#include "core/files/zip/zip_archive.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <system_error>

namespace zeropoint {
namespace {

std::uint64_t largestIn(const std::string& path) {
    const auto source = openFileBytes(path);
    if (!source) {
        return 0;
    }
    const auto archive = ZipArchive::open(*source, std::numeric_limits<std::uint64_t>::max());
    std::uint64_t largest = 0;
    for (const ZipEntry& entry : archive ? (*archive)->entries() : std::vector<ZipEntry>()) {
        largest = std::max(largest, entry.stored ? 0 : entry.size);
    }
    return largest;
}

}  // namespace

std::uint64_t largestPackedMember(const std::string& path) {
    std::error_code error;
    std::uint64_t largest = 0;
    if (!std::filesystem::is_directory(path, error)) {
        return largestIn(path);
    }
    for (std::filesystem::directory_iterator file(path, error), end; !error && file != end;
         file.increment(error)) {
        largest = std::max(largest, largestIn(file->path().string()));
    }
    return largest;
}

}  // namespace zeropoint
