// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/over_source.h"

#include <algorithm>
#include <filesystem>

namespace zeropoint {
namespace {

bool sameFile(const std::string& a, const std::string& b) {
    std::error_code ignored;  // none is there: not the same
    return std::filesystem::equivalent(a, b, ignored);
}

bool readsFrom(const WeightFile& file, const std::string& path) {
    std::vector<const ByteSource*> seen;
    for (std::size_t i = 0; i < file.tensors().size(); ++i) {
        const ByteSource* source = file.stored(i).source.get();
        if (source == nullptr || std::ranges::find(seen, source) != seen.end()) {
            continue;
        }
        seen.push_back(source);
        if (sameFile(source->name(), path)) {
            return true;
        }
    }
    return sameFile(file.path(), path);
}

tl::unexpected<Error> wouldReplace(const std::string& path) {
    return fail(ErrorCode::InvalidArgument, "This would take the place of the file that is read",
                path, "Choose another name");
}

}  // namespace

Result<void> checkNotOver(const WeightFile& file, const std::string& path) {
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored) || !readsFrom(file, path)) {
        return {};
    }
    return wouldReplace(path);
}

Result<void> checkNotOver(const std::string& file, const std::string& path) {
    return sameFile(file, path) ? wouldReplace(path) : Result<void>();
}

}  // namespace zeropoint
