// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace zeropoint {

/// A folder that goes with the program.
class Folder {
public:
    Folder() {
        std::string name =
            (std::filesystem::temp_directory_path() / "zeropoint-bench-XXXXXX").string();
        m_path = ::mkdtemp(name.data());
    }
    ~Folder() { std::filesystem::remove_all(m_path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string file(const std::string& name) const { return (m_path / name).string(); }

private:
    std::filesystem::path m_path;
};

inline constexpr std::size_t pieceBytes = 1 << 20;

/// Whole pages to read into: copying pages to anything but pages takes longer.
struct Pages {
    static constexpr std::size_t alignment = 4096;
    std::unique_ptr<std::byte, decltype(&std::free)> memory{
        static_cast<std::byte*>(std::aligned_alloc(alignment, pieceBytes)), &std::free};
    std::span<std::byte> bytes{memory.get(), pieceBytes};
};

}  // namespace zeropoint
