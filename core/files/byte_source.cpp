// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace zeropoint {
namespace {

constexpr const char* mayRead = "Check that you may read it and that its disk is still there";

tl::unexpected<Error> pastTheEnd(const std::string& name) {
    return fail(ErrorCode::ReadFailed, "The file ended before its data", name,
                "It may have been cut short while it was open: open it again");
}

class FileBytes final : public ByteSource {
public:
    FileBytes(int descriptor, std::uint64_t size, std::string name)
        : m_descriptor(descriptor), m_size(size), m_name(std::move(name)) {}
    ~FileBytes() override { ::close(m_descriptor); }
    FileBytes(const FileBytes&) = delete;
    FileBytes& operator=(const FileBytes&) = delete;

    std::uint64_t size() const override { return m_size; }
    const std::string& name() const override { return m_name; }

    Result<void> read(std::uint64_t offset, std::span<std::byte> out) const override {
        if (offset > m_size || out.size() > m_size - offset) {
            return pastTheEnd(m_name);
        }
        while (!out.empty()) {
            const ssize_t got =
                ::pread(m_descriptor, out.data(), out.size(), static_cast<off_t>(offset));
            if (got < 0 && errno == EINTR) {
                continue;
            }
            if (got < 0) {
                return fail(ErrorCode::ReadFailed,
                            "The file could not be read: " + std::generic_category().message(errno),
                            m_name, mayRead);
            }
            if (got == 0) {
                return pastTheEnd(m_name);
            }
            offset += static_cast<std::uint64_t>(got);
            out = out.subspan(static_cast<std::size_t>(got));
        }
        return {};
    }

private:
    int m_descriptor;
    std::uint64_t m_size;
    std::string m_name;
};

class MemoryBytes final : public ByteSource {
public:
    MemoryBytes(std::shared_ptr<const void> owner, std::span<const std::byte> bytes,
                std::string name)
        : m_owner(std::move(owner)), m_bytes(bytes), m_name(std::move(name)) {}

    std::uint64_t size() const override { return m_bytes.size(); }
    const std::string& name() const override { return m_name; }

    Result<void> read(std::uint64_t offset, std::span<std::byte> out) const override {
        if (offset > m_bytes.size() || out.size() > m_bytes.size() - offset) {
            return pastTheEnd(m_name);
        }
        if (!out.empty()) {
            std::memcpy(out.data(), m_bytes.data() + offset, out.size());
        }
        return {};
    }

private:
    std::shared_ptr<const void> m_owner;
    std::span<const std::byte> m_bytes;
    std::string m_name;
};

class PartBytes final : public ByteSource {
public:
    PartBytes(std::shared_ptr<const ByteSource> whole, std::uint64_t offset, std::uint64_t size)
        : m_whole(std::move(whole)), m_offset(offset), m_size(size) {}

    std::uint64_t size() const override { return m_size; }
    const std::string& name() const override { return m_whole->name(); }

    Result<void> read(std::uint64_t offset, std::span<std::byte> out) const override {
        if (offset > m_size || out.size() > m_size - offset) {
            return pastTheEnd(name());
        }
        return m_whole->read(m_offset + offset, out);
    }

private:
    std::shared_ptr<const ByteSource> m_whole;
    std::uint64_t m_offset;
    std::uint64_t m_size;
};

tl::unexpected<Error> cannotOpen(const std::string& path, int error) {
    if (error == ENOENT || error == ENOTDIR) {
        return fail(ErrorCode::NotFound, "There is no such file", path, "Check the path");
    }
    return fail(ErrorCode::ReadFailed,
                "The file could not be opened: " + std::generic_category().message(error), path,
                mayRead);
}

}  // namespace

Result<std::shared_ptr<const ByteSource>> openFileBytes(const std::string& path) {
    // O_NONBLOCK: a pipe without a writer must not hang the open; regular files ignore it.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        return cannotOpen(path, errno);
    }
    struct stat status {};
    const bool known = ::fstat(descriptor, &status) == 0;
    if (known && S_ISREG(status.st_mode)) {
        return std::make_shared<FileBytes>(descriptor, static_cast<std::uint64_t>(status.st_size),
                                           path);
    }
    const int error = errno;
    ::close(descriptor);
    if (!known) {
        return cannotOpen(path, error);
    }
    return fail(ErrorCode::ReadFailed,
                S_ISDIR(status.st_mode) ? "This is a folder, not a file" : "This is not a file",
                path, "Give a file");
}

std::shared_ptr<const ByteSource> memoryBytes(std::vector<std::byte> bytes, std::string name) {
    auto held = std::make_shared<const std::vector<std::byte>>(std::move(bytes));
    const std::span<const std::byte> all = *held;
    return memoryBytes(std::move(held), all, std::move(name));
}

std::shared_ptr<const ByteSource> memoryBytes(std::shared_ptr<const void> owner,
                                              std::span<const std::byte> bytes, std::string name) {
    return std::make_shared<MemoryBytes>(std::move(owner), bytes, std::move(name));
}

std::shared_ptr<const ByteSource> partOf(std::shared_ptr<const ByteSource> whole,
                                         std::uint64_t offset, std::uint64_t size) {
    return std::make_shared<PartBytes>(std::move(whole), offset, size);
}

Result<std::vector<std::byte>> readBlock(const ByteSource& source, std::uint64_t offset,
                                         std::uint64_t count, const std::string& what) {
    if (offset > source.size() || count > source.size() - offset) {
        return fail(
            ErrorCode::Malformed,
            "The " + what + " would take " + std::to_string(count) + " bytes at byte " +
                std::to_string(offset) + ", but there are only " + std::to_string(source.size()),
            source.name(), "Copy or download it again: it is damaged or was not copied whole");
    }
    std::vector<std::byte> bytes(count);
    if (auto done = source.read(offset, bytes); !done) {
        return tl::unexpected(done.error());
    }
    return bytes;
}

}  // namespace zeropoint
