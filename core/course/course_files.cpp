// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/course.h"
#include "core/support/plain_text.h"

#include <fstream>
#include <iterator>
#include <system_error>

namespace zeropoint::course {
namespace {

namespace fs = std::filesystem;

Result<std::string> textOf(const fs::path& path) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    if (!error && size > mostFileBytes) {
        return fail(ErrorCode::TooLarge, "A file of a course is at most 1 MiB", path.string(),
                    "Is this the right folder?");
    }
    std::ifstream stream(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream || error || text.size() > mostFileBytes) {
        return fail(ErrorCode::ReadFailed, "The file cannot be read", path.string(),
                    "Check its permissions");
    }
    return text;
}

bool isOurs(const fs::path& path) {
    const std::string name = path.filename().string();
    return !name.starts_with('.') && (path.extension() == ".md" || path.extension() == ".json");
}

/// Adds the files below `folder`, two folders deep at most, under `prefix`.
Result<void> addFolder(const fs::path& folder, const std::string& prefix, int depth,
                       CourseFiles& files) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (entry.is_directory(error) && depth > 0 && !name.starts_with('.')) {
            if (auto added = addFolder(entry.path(), prefix + name + '/', depth - 1, files);
                !added) {
                return added;
            }
        } else if (entry.is_regular_file(error) && isOurs(entry.path())) {
            if (files.size() >= mostFiles) {
                return fail(ErrorCode::TooLarge, "The folder holds too many files", folder.string(),
                            "Is this the right folder?");
            }
            auto text = textOf(entry.path());
            if (!text) {
                return tl::unexpected(text.error());
            }
            files[prefix + name] = {std::move(*text), plainText(entry.path().string())};
        }
    }
    if (error) {
        return fail(ErrorCode::ReadFailed, "The folder cannot be read: " + error.message(),
                    folder.string(), "Check its permissions");
    }
    return {};
}

}  // namespace

Result<CourseFiles> readCourseFiles(const fs::path& folder) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        return fail(ErrorCode::NotFound, "There is no such folder", folder.string(),
                    "Give a folder that holds lessons");
    }
    CourseFiles files;
    const bool whole =
        fs::is_directory(folder / "lessons", error) || fs::is_directory(folder / "decks", error);
    if (whole) {
        for (const char* part : {"lessons", "decks"}) {
            if (fs::is_directory(folder / part, error)) {
                if (auto added = addFolder(folder / part, std::string(part) + '/', 1, files);
                    !added) {
                    return tl::unexpected(added.error());
                }
            }
        }
        return files;
    }
    const bool languages = fs::is_directory(folder / "en", error);
    if (auto added =
            addFolder(folder, languages ? "lessons/" : "lessons/en/", languages ? 1 : 0, files);
        !added) {
        return tl::unexpected(added.error());
    }
    return files;
}

}  // namespace zeropoint::course
