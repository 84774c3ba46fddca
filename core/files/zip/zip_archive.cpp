// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/zip/zip_archive.h"

#include "core/files/zip/zip_source.h"

#include <zip.h>

#include <algorithm>
#include <cstring>
#include <set>
#include <utility>

namespace zeropoint {
namespace {

/// Deflate makes at most 1032 bytes of one (zlib's documentation).
constexpr std::uint64_t mostGrowth = 1032;
/// Parts up to this far into a deflated member are read by inflating up to there and forgetting.
constexpr std::uint64_t prefixBytes = 1 << 16;

tl::unexpected<Error> damaged(const std::string& where, const std::string& why) {
    return fail(ErrorCode::Malformed, "The archive is damaged: " + why, where,
                "Copy or download it again: it is probably not whole");
}

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using OpenMember = std::unique_ptr<zip_file_t, CloseFile>;

/// Fills `out` from an open member, or says why not.
Result<void> fill(zip_file_t* file, std::span<std::byte> out, const std::string& where) {
    while (!out.empty()) {
        const zip_int64_t got = zip_fread(file, out.data(), out.size());
        if (got <= 0) {
            return damaged(where, got < 0 ? zip_file_strerror(file) : "a member ends too early");
        }
        out = out.subspan(static_cast<std::size_t>(got));
    }
    return {};
}

/// Why a member cannot be read, out of an archive of `archiveBytes`.
std::optional<Error> problemOf(const zip_stat_t& stat, const std::string& where,
                               std::uint64_t archiveBytes, std::uint64_t mostInflatedBytes) {
    const bool stored = stat.comp_method == ZIP_CM_STORE;
    if (stat.encryption_method != ZIP_EM_NONE) {
        return Error{ErrorCode::Unsupported, "It is encrypted in the archive", where,
                     "Unpack the archive with its password and open what is inside"};
    }
    if (!stored && stat.comp_method != ZIP_CM_DEFLATE) {
        return Error{ErrorCode::Unsupported,
                     "It is packed by a method that is not read (number " +
                         std::to_string(stat.comp_method) + " of zip)",
                     where, "Pack the archive again, stored or deflated"};
    }
    if (stat.size > (stored ? stat.comp_size : stat.comp_size * mostGrowth) ||
        stat.comp_size > archiveBytes) {
        return damaged(where, "a member promises more bytes than it can hold").value();
    }
    if (!stored && stat.size > mostInflatedBytes) {
        return Error{ErrorCode::TooLarge,
                     "A member would inflate to " + std::to_string(stat.size) + " bytes", where,
                     "Raise the limit of " + std::to_string(mostInflatedBytes) +
                         " bytes if you trust the file"};
    }
    return std::nullopt;
}

class Member final : public ByteSource {
public:
    Member(std::shared_ptr<const ZipArchive> archive, std::size_t index)
        : m_archive(std::move(archive)), m_index(index) {
        m_name = m_archive->name() + ":" + m_archive->entries()[index].name;
    }
    std::uint64_t size() const override { return m_archive->entries()[m_index].size; }
    const std::string& name() const override { return m_name; }
    Result<void> read(std::uint64_t offset, std::span<std::byte> out) const override {
        return m_archive->read(m_index, offset, out);
    }

private:
    std::shared_ptr<const ZipArchive> m_archive;
    std::size_t m_index;
    std::string m_name;
};

}  // namespace

ZipArchive::ZipArchive(std::shared_ptr<const ByteSource> source, zip* archive)
    : m_source(std::move(source)), m_archive(archive) {}

ZipArchive::~ZipArchive() {
    zip_discard(m_archive);
}

Result<std::shared_ptr<const ZipArchive>> ZipArchive::open(std::shared_ptr<const ByteSource> source,
                                                           std::uint64_t mostInflatedBytes) {
    zip_source* bytes = makeZipSource(source);
    if (bytes == nullptr) {
        return fail(ErrorCode::TooLarge, "There is not enough memory to open it", source->name(),
                    "Close what else needs memory");
    }
    zip_error_t error;
    zip_error_init(&error);
    zip_t* opened = zip_open_from_source(bytes, ZIP_RDONLY, &error);
    if (opened == nullptr) {
        const std::string why = zip_error_strerror(&error);
        zip_error_fini(&error);
        zip_source_free(bytes);
        return damaged(source->name(), why);
    }
    std::shared_ptr<ZipArchive> archive(new ZipArchive(std::move(source), opened));
    if (auto listed = archive->list(mostInflatedBytes); !listed) {
        return tl::unexpected(listed.error());
    }
    return archive;
}

Result<void> ZipArchive::list(std::uint64_t mostInflatedBytes) {
    const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(m_archive, 0));
    std::set<std::string> names;
    for (zip_uint64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        if (zip_stat_index(m_archive, i, 0, &stat) != 0) {
            return damaged(name(), zip_strerror(m_archive));
        }
        const std::string where = name() + ":" + stat.name;
        if (!names.insert(stat.name).second) {
            return damaged(where, "two members have this name");
        }
        auto problem = problemOf(stat, where, m_source->size(), mostInflatedBytes);
        if (problem && problem->code == ErrorCode::TooLarge) {
            // Not lost: whoever asked may raise the limit.
            return tl::unexpected(std::move(*problem));
        }
        const bool stored = stat.comp_method == ZIP_CM_STORE;
        m_entries.push_back({stat.name, stat.size, stored, std::move(problem)});
    }
    return {};
}

std::shared_ptr<const ByteSource> ZipArchive::member(std::size_t index) const {
    return std::make_shared<Member>(shared_from_this(), index);
}

Result<void> ZipArchive::read(std::size_t index, std::uint64_t offset,
                              std::span<std::byte> out) const {
    const ZipEntry& entry = m_entries[index];
    if (entry.problem) {
        return tl::unexpected(*entry.problem);
    }
    if (offset > entry.size || out.size() > entry.size - offset) {
        return damaged(name() + ":" + entry.name, "a member ends too early");
    }
    if (out.empty()) {
        return {};
    }
    Bytes bytes;
    {
        const std::scoped_lock lock(m_mutex);
        const bool cached = m_inflated != nullptr && m_inflatedIndex == index;
        if (!cached && (entry.stored || offset + out.size() <= prefixBytes)) {
            return readInPlace(index, offset, out);
        }
        const auto inflated = cached ? Result<Bytes>(m_inflated) : inflate(index);
        if (!inflated) {
            return tl::unexpected(inflated.error());
        }
        bytes = *inflated;
    }
    std::memcpy(out.data(), bytes->data() + offset, out.size());
    return {};
}

Result<void> ZipArchive::readInPlace(std::size_t index, std::uint64_t offset,
                                     std::span<std::byte> out) const {
    const std::string where = name() + ":" + m_entries[index].name;
    const OpenMember file(zip_fopen_index(m_archive, index, 0));
    if (file == nullptr) {
        return damaged(where, zip_strerror(m_archive));
    }
    if (m_entries[index].stored) {
        if (offset > 0 && zip_fseek(file.get(), static_cast<zip_int64_t>(offset), SEEK_SET) != 0) {
            return damaged(where, zip_file_strerror(file.get()));
        }
        return fill(file.get(), out, where);
    }
    std::vector<std::byte> before(offset);
    if (auto skipped = fill(file.get(), before, where); !skipped) {
        return skipped;
    }
    return fill(file.get(), out, where);
}

Result<ZipArchive::Bytes> ZipArchive::inflate(std::size_t index) const {
    m_inflated.reset();
    const std::string where = name() + ":" + m_entries[index].name;
    const OpenMember file(zip_fopen_index(m_archive, index, 0));
    if (file == nullptr) {
        return damaged(where, zip_strerror(m_archive));
    }
    auto bytes = std::make_shared<std::vector<std::byte>>(m_entries[index].size);
    if (auto done = fill(file.get(), *bytes, where); !done) {
        return tl::unexpected(done.error());
    }
    // One byte further: the check sum is compared at the end, and there must not be more.
    std::byte beyond{};
    if (zip_fread(file.get(), &beyond, 1) != 0) {
        return damaged(where, "a member is longer than promised or its check sum is wrong");
    }
    m_inflated = bytes;
    m_inflatedIndex = index;
    return m_inflated;
}

}  // namespace zeropoint
