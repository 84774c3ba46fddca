// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/checkpoint_file.h"

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <cstdint>
#include <system_error>

namespace zeropoint {
namespace {

constexpr std::size_t headerAlignment = 8;
static_assert(std::endian::native == std::endian::little,
              "values are written as they lie in memory");

std::string headerOf(const std::vector<CheckpointTensor>& tensors,
                     const std::map<std::string, std::string>& metadata) {
    nlohmann::ordered_json header;
    header["__metadata__"] = metadata;
    std::size_t offset = 0;
    for (const CheckpointTensor& tensor : tensors) {
        const std::size_t end = offset + tensor.values.size_bytes();
        header[tensor.name] = {
            {"dtype", "F32"}, {"shape", tensor.shape}, {"data_offsets", {offset, end}}};
        offset = end;
    }
    std::string text = header.dump();
    text.append((headerAlignment - text.size() % headerAlignment) % headerAlignment, ' ');
    return text;
}

/// A file under a temporary name that is removed again unless it was given its own.
class NewFile {
public:
    explicit NewFile(const std::filesystem::path& file)
        : m_file(file), m_temporary(file.string() + ".part" + std::to_string(::getpid())) {
        m_handle = ::open(m_temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
        note(m_handle >= 0);
    }
    ~NewFile() {
        if (m_handle >= 0) {
            ::close(m_handle);
            ::unlink(m_temporary.c_str());
        }
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    void write(const void* data, std::size_t size) {
        const auto* at = static_cast<const char*>(data);
        while (m_error == 0 && size > 0) {
            const ::ssize_t written = ::write(m_handle, at, size);
            if (written < 0 && errno == EINTR) {
                continue;
            }
            note(written > 0);
            at += written > 0 ? written : 0;
            size -= written > 0 ? static_cast<std::size_t>(written) : 0;
        }
    }

    Result<void> finish() {
        note(m_error != 0 || ::fsync(m_handle) == 0);
        note(m_error != 0 || ::rename(m_temporary.c_str(), m_file.c_str()) == 0);
        if (m_error != 0) {
            return fail(
                ErrorCode::WriteFailed,
                "The checkpoint could not be saved: " + std::generic_category().message(m_error),
                m_file.string(), "Choose another place; what was there before still stands");
        }
        ::close(m_handle);
        m_handle = -1;
        return {};
    }

private:
    void note(bool worked) {
        if (!worked && m_error == 0) {
            m_error = errno != 0 ? errno : EIO;
        }
    }

    std::filesystem::path m_file;
    std::string m_temporary;
    int m_handle = -1;
    int m_error = 0;
};

}  // namespace

Result<void> writeCheckpointFile(const std::filesystem::path& file,
                                 const std::vector<CheckpointTensor>& tensors,
                                 const std::map<std::string, std::string>& metadata) {
    const std::string header = headerOf(tensors, metadata);
    const std::uint64_t headerSize = header.size();
    NewFile out(file);
    out.write(&headerSize, sizeof headerSize);
    out.write(header.data(), header.size());
    for (const CheckpointTensor& tensor : tensors) {
        out.write(tensor.values.data(), tensor.values.size_bytes());
    }
    return out.finish();
}

}  // namespace zeropoint
