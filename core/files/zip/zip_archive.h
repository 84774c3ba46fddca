// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/byte_source.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

struct zip;

namespace zeropoint {

struct ZipEntry {
    std::string name;
    std::uint64_t size = 0;          ///< inflated, as the directory promises
    bool stored = false;             ///< not compressed: any part can be read at once
    std::optional<Error> problem{};  ///< why its bytes cannot be read
};

/// A zip archive whose members are read as byte sources. Stored members are read in place; a
/// deflated one is inflated when its values are asked for, one member at a time, never beyond the
/// size that the directory promised. Members that promise more than deflate can make of their
/// bytes, and those that are encrypted or packed otherwise, are listed with the problem and give it
/// when they are read; one that promises more than the limit refuses the archive.
class ZipArchive : public std::enable_shared_from_this<ZipArchive> {
public:
    /// @param mostInflatedBytes limit on one inflated member (stored ones have none)
    static Result<std::shared_ptr<const ZipArchive>> open(std::shared_ptr<const ByteSource> source,
                                                          std::uint64_t mostInflatedBytes);
    ~ZipArchive();
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;

    const std::vector<ZipEntry>& entries() const { return m_entries; }
    const std::string& name() const { return m_source->name(); }

    /// The bytes of a member; it keeps the archive open.
    std::shared_ptr<const ByteSource> member(std::size_t index) const;

    /// Reads from a member. Thread safe; readers take turns.
    Result<void> read(std::size_t index, std::uint64_t offset, std::span<std::byte> out) const;

private:
    using Bytes = std::shared_ptr<const std::vector<std::byte>>;

    ZipArchive(std::shared_ptr<const ByteSource> source, zip* archive);
    Result<void> list(std::uint64_t mostInflatedBytes);
    Result<void> readInPlace(std::size_t index, std::uint64_t offset,
                             std::span<std::byte> out) const;
    Result<Bytes> inflate(std::size_t index) const;

    std::shared_ptr<const ByteSource> m_source;
    zip* m_archive;
    std::vector<ZipEntry> m_entries;
    mutable std::mutex m_mutex;
    mutable std::size_t m_inflatedIndex = 0;
    mutable Bytes m_inflated;  ///< the last member that was inflated whole
};

}  // namespace zeropoint
