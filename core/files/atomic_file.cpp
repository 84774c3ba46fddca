// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

namespace zeropoint {
namespace {

namespace fs = std::filesystem;

/// Where a link leads, so that writing replaces the file and not the link.
std::string resolved(const std::string& path) {
    std::error_code error;
    const fs::path target = fs::canonical(path, error);
    return error ? path : target.string();
}

std::string folderOf(const std::string& path) {
    const std::string folder = fs::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

tl::unexpected<Error> cannotWrite(const std::string& path, int error) {
    return fail(ErrorCode::WriteFailed,
                "The file could not be written: " + std::generic_category().message(error), path,
                error == ENOSPC ? "Free some space; what stood there before is unchanged"
                                : "Check the folder; what stood there before is unchanged");
}

std::string temporaryName(const std::string& target, int attempt) {
    const fs::path path(target);
    std::string name(1, '.');
    name += path.filename().string() + "." + std::to_string(::getpid()) + "-" +
            std::to_string(attempt) + ".part";
    return (fs::path(folderOf(target)) / name).string();
}

/// Makes a rename last. A folder that may be written but not read, and file systems that sync no
/// folders, are no failure: there is nothing that could be asked.
bool syncFolder(const std::string& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return errno == EACCES;
    }
    const bool synced = ::fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP;
    const int error = errno;
    ::close(descriptor);
    errno = error;
    return synced;
}

}  // namespace

Result<AtomicFile> AtomicFile::create(const std::string& path) {
    const std::string target = resolved(path);
    std::error_code ignored;
    if (fs::is_directory(target, ignored)) {
        return cannotWrite(path, EISDIR);
    }
    struct stat old {};
    const bool replaces = ::stat(target.c_str(), &old) == 0;
    if (replaces && !S_ISREG(old.st_mode)) {
        return fail(ErrorCode::WriteFailed, "This is a device or a pipe and cannot be replaced",
                    path, "Give the name of a file");
    }
    for (int attempt = 0; attempt < 1000; ++attempt) {
        std::string temporary = temporaryName(target, attempt);
        const int descriptor =
            ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor < 0 && errno == EEXIST) {
            continue;
        }
        if (descriptor < 0) {
            return cannotWrite(path, errno);
        }
        AtomicFile file(target, std::move(temporary), descriptor);
        // The file that is replaced passes its mode on.
        if (replaces && ::fchmod(descriptor, old.st_mode & 07777) != 0) {
            return cannotWrite(path, errno);
        }
        return file;
    }
    return cannotWrite(path, EEXIST);
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : m_path(std::move(other.m_path)),
      m_temporary(std::move(other.m_temporary)),
      m_descriptor(std::exchange(other.m_descriptor, -1)) {}

AtomicFile::~AtomicFile() {
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
        ::unlink(m_temporary.c_str());
    }
}

tl::unexpected<Error> AtomicFile::failed() const {
    return cannotWrite(m_path, errno);
}

Result<void> AtomicFile::write(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            return failed();
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> AtomicFile::reopen() {
    struct stat mode {};
    const bool known = ::fstat(m_descriptor, &mode) == 0;
    const int descriptor = ::open(m_temporary.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0 || !known) {
        return failed();
    }
    ::close(std::exchange(m_descriptor, descriptor));
    return ::fchmod(m_descriptor, mode.st_mode & 07777) == 0 ? Result<void>() : failed();
}

Result<void> AtomicFile::commit() {
    if (::fsync(m_descriptor) != 0 || ::rename(m_temporary.c_str(), m_path.c_str()) != 0) {
        return failed();
    }
    ::close(std::exchange(m_descriptor, -1));
    if (!syncFolder(folderOf(m_path))) {
        return fail(ErrorCode::WriteFailed,
                    "The file is in place, but the disk did not confirm it: " +
                        std::generic_category().message(errno),
                    m_path, "After a power cut the old file may be back; write it once more");
    }
    return {};
}

Result<void> replaceFile(const std::string& path, std::span<const std::byte> bytes) {
    return AtomicFile::create(path).and_then(
        [&](AtomicFile file) { return file.write(bytes).and_then([&] { return file.commit(); }); });
}

Result<void> replaceFile(const std::string& path, const std::string& text) {
    return replaceFile(path, std::as_bytes(std::span(text)));
}

}  // namespace zeropoint
