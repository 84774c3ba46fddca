// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/stoppable_read.h"

#include "core/files/stored_tensor.h"

#include <algorithm>

namespace zeropoint {

Result<std::vector<std::byte>> readBlock(const ByteSource& source, std::uint64_t offset,
                                         std::uint64_t count, const std::string& what,
                                         const std::stop_token& stop) {
    const bool inside = offset <= source.size() && count <= source.size() - offset;
    if (!inside || count <= bytesBetweenStops) {
        return readBlock(source, offset, count, what);
    }
    std::vector<std::byte> bytes;
    bytes.reserve(count);
    while (bytes.size() < count) {
        if (stop.stop_requested()) {
            return openingStopped(source.name());
        }
        const std::uint64_t at = bytes.size();
        bytes.resize(std::min(count, at + bytesBetweenStops));
        if (auto read = source.read(offset + at, std::span(bytes).subspan(at)); !read) {
            return tl::unexpected(read.error());
        }
    }
    return bytes;
}

}  // namespace zeropoint
