// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace zeropoint {

/// Bytes that are read in pieces when asked for: a file, a member of an archive, memory.
/// Reading from several threads at once is allowed.
class ByteSource {
public:
    virtual ~ByteSource() = default;

    /// Length in bytes when it was opened.
    virtual std::uint64_t size() const = 0;

    /// Fills `out` from `offset`. ErrorCode::ReadFailed when the bytes are not there (any more).
    virtual Result<void> read(std::uint64_t offset, std::span<std::byte> out) const = 0;

    /// What messages call it: a path, or a path and a member.
    virtual const std::string& name() const = 0;
};

/// A regular file, read by pread. Files are not mapped: a mapping turns a file that shrinks, or a
/// disk that fails, into a signal in the middle of a loop; a read turns both into an error.
/// Copying out of the page cache takes about as long as the sums of a summary.
Result<std::shared_ptr<const ByteSource>> openFileBytes(const std::string& path);

/// Bytes in memory.
std::shared_ptr<const ByteSource> memoryBytes(std::vector<std::byte> bytes, std::string name);
/// The same of what `owner` holds and keeps alive: no copy is made.
std::shared_ptr<const ByteSource> memoryBytes(std::shared_ptr<const void> owner,
                                              std::span<const std::byte> bytes, std::string name);

/// Part of another source. `offset + size` must lie inside it.
std::shared_ptr<const ByteSource> partOf(std::shared_ptr<const ByteSource> whole,
                                         std::uint64_t offset, std::uint64_t size);

/// `count` bytes from `offset`, refused with ErrorCode::Malformed before anything is allocated when
/// they reach beyond the source; `what` names them in the message ("header").
Result<std::vector<std::byte>> readBlock(const ByteSource& source, std::uint64_t offset,
                                         std::uint64_t count, const std::string& what);

}  // namespace zeropoint
