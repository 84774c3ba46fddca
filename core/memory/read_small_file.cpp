// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/byte_source.h"
#include "core/memory/read_small_file_private.h"

namespace zeropoint {

constexpr std::uint64_t mostBytes = 16 << 20;

Result<std::string> readSmallFile(const std::string& path, const char* remedy) {
    const auto source = openFileBytes(path);
    if (!source) {
        return tl::unexpected(source.error());
    }
    if ((*source)->size() > mostBytes) {
        return fail(ErrorCode::TooLarge, "The file is larger than 16 MiB", path, remedy);
    }
    const auto bytes = readBlock(**source, 0, (*source)->size(), "text");
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    return std::string(reinterpret_cast<const char*>(bytes->data()), bytes->size());
}

}  // namespace zeropoint
