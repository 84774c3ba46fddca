// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text_file.h"

#include "core/data/alphabet.h"

#include <fstream>
#include <sstream>

namespace zeropoint {

Result<std::string> readTextFile(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) {
        return fail(ErrorCode::NotFound, "There is no such file", file.string(), "Check the path");
    }
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (error) {
        return fail(ErrorCode::ReadFailed, "The file cannot be read: " + error.message(),
                    file.string(), "Check the permissions of the file");
    }
    if (size > largestTextFile) {
        return fail(ErrorCode::TooLarge, "The text has more than 64 MB", file.string(),
                    "Take a part of it");
    }
    std::ifstream stream(file, std::ios::binary);
    std::string text(static_cast<std::size_t>(size), '\0');
    stream.read(text.data(), static_cast<std::streamsize>(size));
    if (!stream) {
        return fail(ErrorCode::ReadFailed, "The file could not be read", file.string(),
                    "Check that the disk is there and that you may read the file");
    }
    if (text.empty()) {
        return fail(ErrorCode::Malformed, "The text is empty", file.string(),
                    "Choose a file with some pages of text");
    }
    if (const auto bad = firstNonText(text)) {
        return fail(ErrorCode::Malformed,
                    "This is not UTF-8 text: byte " + std::to_string(*bad) + " does not belong",
                    file.string(), "Choose a text file, or convert it to UTF-8");
    }
    return text;
}

}  // namespace zeropoint
