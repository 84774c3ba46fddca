// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/format_reader.h"
#include "core/files/format_writer.h"
#include "core/files/zip/zip_archive.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace zeropoint {
namespace {

constexpr std::string_view arrayEnding = ".npy";

/// An array that cannot be read is listed with the reason, as long as others can.
StoredTensor unreadable(const std::string& name, const Error& error) {
    StoredTensor tensor;
    tensor.info.name = name;
    tensor.info.dtypeText = dtypeName(DType::Unknown);
    tensor.unreadable = error.what;
    return tensor;
}

/// What our own writer says of the file (core/files/format_writer.h). An array of that name that
/// is something else stays an array.
bool takeMetadata(const StoredTensor& array,
                  std::vector<std::pair<std::string, std::string>>& metadata) {
    constexpr std::uint64_t mostBytes = 1 << 24;
    if (array.info.dtype != DType::U8 || array.info.shape.size() != 1 ||
        array.info.bytes > mostBytes) {
        return false;
    }
    const auto bytes = readBlock(*array.source, array.info.offset, array.info.bytes, "metadata");
    if (!bytes) {
        return false;
    }
    using Json = nlohmann::ordered_json;
    const auto* const text = reinterpret_cast<const char*>(bytes->data());
    const Json json = Json::parse(text, text + bytes->size(), nullptr, false);
    const auto isText = [](const Json& value) { return value.is_string(); };
    if (!json.is_object() || !std::ranges::all_of(json, isText)) {
        return false;
    }
    for (const auto& [key, value] : json.items()) {
        metadata.emplace_back(key, value.get<std::string>());
    }
    return true;
}

Result<FileContents> readNpz(const ZipArchive& archive) {
    FileContents contents{"npz", {}, {}};
    std::optional<Error> firstError;
    bool anyReadable = false;
    for (std::size_t i = 0; i < archive.entries().size(); ++i) {
        const std::string& member = archive.entries()[i].name;
        if (!member.ends_with(arrayEnding)) {
            continue;
        }
        const std::string name = member.substr(0, member.size() - arrayEnding.size());
        auto array = readNpy(archive.member(i));
        if (!array && array.error().code != ErrorCode::Unsupported) {
            return tl::unexpected(array.error());
        }
        if (!array) {
            firstError = firstError ? firstError : array.error();
            contents.tensors.push_back(unreadable(name, array.error()));
            continue;
        }
        anyReadable = true;
        if (name == metadataName && takeMetadata(array->tensors.front(), contents.metadata)) {
            continue;
        }
        array->tensors.front().info.name = name;
        contents.tensors.push_back(std::move(array->tensors.front()));
    }
    if (firstError && !anyReadable) {
        return tl::unexpected(*firstError);
    }
    return contents;
}

}  // namespace

bool isZip(const FileHead& head) {
    return head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06");
}

Result<FileContents> readZip(const SourcePtr& source, const OpenOptions& options) {
    const auto archive = ZipArchive::open(source, options.mostInflatedBytes);
    if (!archive) {
        return tl::unexpected(archive.error());
    }
    const auto& entries = (*archive)->entries();
    const auto has = [&](std::string_view ending) {
        return std::ranges::any_of(entries,
                                   [&](const ZipEntry& e) { return e.name.ends_with(ending); });
    };
    if (has("data.pkl")) {
        return readTorchZip(*archive);
    }
    if (entries.empty() || has(arrayEnding)) {
        return readNpz(**archive);
    }
    return fail(ErrorCode::Unsupported, "The archive holds no arrays", source->name(),
                "Archives of .npy arrays (.npz) and of PyTorch (.pt) are read");
}

}  // namespace zeropoint
