// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/open/split_gguf.h"

#include "core/files/open/open_contents.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <set>
#include <string_view>

namespace zeropoint {
namespace {

constexpr std::size_t mostParts = 10'000;

/// "NAME-00002-of-00003.gguf": what stands before the numbers, and the numbers.
struct PartName {
    std::string stem;
    std::size_t number = 0;
    std::size_t count = 0;
};

std::optional<std::size_t> numberOf(std::string_view digits) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    return whole ? std::optional(value) : std::nullopt;
}

std::optional<PartName> partName(const std::string& path) {
    constexpr std::string_view ending = ".gguf";
    constexpr std::size_t digits = 5;
    constexpr std::size_t tail = 1 + digits + 4 + digits;  // "-00001-of-00003"
    if (!path.ends_with(ending) || path.size() <= ending.size() + tail) {
        return std::nullopt;
    }
    const std::string_view stem(path.data(), path.size() - ending.size() - tail);
    const std::string_view numbers(path.data() + stem.size(), tail);
    const auto number = numberOf(numbers.substr(1, digits));
    const auto count = numberOf(numbers.substr(1 + digits + 4));
    if (numbers[0] != '-' || numbers.substr(1 + digits, 4) != "-of-" || !number || !count) {
        return std::nullopt;
    }
    return PartName{std::string(stem), *number, *count};
}

std::string pathOf(const PartName& part, std::size_t number) {
    std::array<char, 32> numbers{};
    std::snprintf(numbers.data(), numbers.size(), "-%05zu-of-%05zu.gguf", number, part.count);
    return part.stem + numbers.data();
}

std::optional<std::string> valueOf(const FileContents& contents, std::string_view key) {
    const auto found = std::ranges::find(
        contents.metadata, key, [](const auto& entry) -> std::string_view { return entry.first; });
    return found == contents.metadata.end() ? std::nullopt : std::optional(found->second);
}

/// Why a file is not part `number` of a model; empty when it is.
std::string strange(const FileContents& part, const FileContents& opened, std::size_t number) {
    const auto own = valueOf(part, "split.no");
    if (own != std::to_string(number - 1) ||
        valueOf(part, "split.count") != valueOf(opened, "split.count")) {
        return "The file says that it is another part than its name does";
    }
    const std::string_view architecture = "general.architecture";
    const auto its = valueOf(part, architecture);
    const auto ours = valueOf(opened, architecture);
    return its && ours && *its != *ours ? "The file is part of another model" : std::string();
}

Result<FileContents> readPart(const std::string& path, const OpenOptions& options) {
    return openFileBytes(path).and_then(
        [&](const SourcePtr& source) { return openContents(source, options); });
}

StoredTensor missing(const std::string& path, const PartName& name, std::size_t number,
                     const std::string& reason) {
    return unreadableTensor(std::filesystem::path(path).filename().string(),
                            "Part " + std::to_string(number) + " of " + std::to_string(name.count) +
                                " is not read: " + reason);
}

/// What stands for the other parts of a model where this one's name does not tell theirs.
StoredTensor otherParts(const FileContents& contents, const std::string& count) {
    const auto number = numberOf(valueOf(contents, "split.no").value_or(""));
    const std::string own = number ? std::to_string(*number + 1) : std::string("one");
    StoredTensor tensor = unreadableTensor(
        "other parts", "This is part " + own + " of " + count +
                           " of a split model under another name, so that the others are not "
                           "found: give the parts names that end in -00001-of-" +
                           std::string(count.size() < 5 ? 5 - count.size() : 0, '0') + count +
                           ".gguf and so on");
    tensor.info.role = TensorRole::Companion;
    return tensor;
}

}  // namespace

bool areOneSplitModel(std::span<const std::string> paths) {
    const auto first = paths.empty() ? std::nullopt : partName(paths.front());
    return first && std::ranges::all_of(paths, [&](const std::string& path) {
               const auto part = partName(path);
               return part && part->stem == first->stem && part->count == first->count;
           });
}

Result<FileContents> joinSplitGguf(FileContents contents, const std::string& path,
                                   const OpenOptions& options) {
    const auto name = partName(path);
    const auto count = valueOf(contents, "split.count");
    if (contents.format != "gguf" || !count || *count == "0" || *count == "1") {
        return contents;
    }
    if (!name || name->count < 2 || name->count > mostParts ||
        *count != std::to_string(name->count)) {
        contents.tensors.push_back(otherParts(contents, *count));
        return contents;
    }
    FileContents whole{"gguf", {}, {}};
    std::set<std::string> names;
    std::set<std::string> counts;  // of all tensors, as the parts have it
    bool complete = true;
    for (std::size_t number = 1; number <= name->count; ++number) {
        if (options.stop.stop_requested()) {
            return openingStopped(path);
        }
        const std::string file = pathOf(*name, number);
        auto part =
            number == name->number ? Result<FileContents>(contents) : readPart(file, options);
        const std::string reason =
            part ? strange(*part, contents, number) : std::string(part.error().what);
        if (!reason.empty()) {
            whole.tensors.push_back(missing(file, *name, number, reason));
            complete = false;
            continue;
        }
        if (auto stated = valueOf(*part, "split.tensors.count")) {
            counts.insert(std::move(*stated));
        }
        // The first part carries what the model says of itself.
        if (whole.metadata.empty()) {
            whole.metadata = std::move(part->metadata);
        }
        for (StoredTensor& tensor : part->tensors) {
            if (!names.insert(tensor.info.name).second) {
                tensor.unreadable = "Another part holds a tensor of this name";
                tensor.info.role = TensorRole::Companion;
            }
            whole.tensors.push_back(std::move(tensor));
        }
    }
    // Where a part is missing, that is said already.
    counts.erase(std::to_string(names.size()));
    if (complete && !counts.empty()) {
        whole.notes.push_back({FileNote::Kind::TensorCount, *counts.begin()});
    }
    return whole;
}

}  // namespace zeropoint
