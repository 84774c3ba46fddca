// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <cstddef>
#include <span>
#include <string>

namespace zeropoint {

/// A file that replaces its target only when it is whole: it is written under another name in the
/// same folder, synced, and renamed by commit(). Until then (a full disk, a kill, an error) the
/// old file stays as it was; without a commit the new one is removed. What is no plain file (a
/// folder, a device, a pipe) is never replaced. Errors: WriteFailed.
class AtomicFile {
public:
    static Result<AtomicFile> create(const std::string& path);
    ~AtomicFile();
    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&&) = delete;
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    Result<void> write(std::span<const std::byte> bytes);
    Result<void> write(const std::string& text) { return write(std::as_bytes(std::span(text))); }
    Result<void> commit();

    /// The name under which it is written, for libraries that write by name.
    const std::string& temporaryPath() const { return m_temporary; }
    /// To be called when such a library has put another file under that name.
    Result<void> reopen();

private:
    AtomicFile(std::string path, std::string temporary, int descriptor)
        : m_path(std::move(path)), m_temporary(std::move(temporary)), m_descriptor(descriptor) {}
    tl::unexpected<Error> failed() const;

    std::string m_path;
    std::string m_temporary;
    int m_descriptor;
};

/// Puts a file that holds these bytes in the place of `path`; errors as AtomicFile. Every small
/// file is written by this, whoever writes it: what a full disk refuses is an error here.
Result<void> replaceFile(const std::string& path, std::span<const std::byte> bytes);
Result<void> replaceFile(const std::string& path, const std::string& text);

}  // namespace zeropoint
