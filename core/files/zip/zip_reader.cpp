// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/format_reader.h"
#include "core/files/format_writer.h"
#include "core/files/text_map.h"
#include "core/files/zip/zip_archive.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace zeropoint {
namespace {

constexpr std::string_view arrayEnding = ".npy";

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
    auto entries = parseTextMap({reinterpret_cast<const char*>(bytes->data()), bytes->size()});
    if (!entries) {
        return false;
    }
    metadata.insert(metadata.end(), std::make_move_iterator(entries->begin()),
                    std::make_move_iterator(entries->end()));
    return true;
}

/// A field of records is named by its array first.
std::string nameOf(const std::string& array, const std::string& field) {
    std::string name = array;
    if (!field.empty()) {
        name += '.';
        name += field;
    }
    return name;
}

/// The arrays of an archive. One that cannot be read is listed with the reason, as long as others
/// can.
Result<FileContents> readNpz(const ZipArchive& archive, const OpenOptions& options) {
    FileContents contents{"npz", {}, {}};
    std::optional<Error> firstError;
    bool anyReadable = false;
    for (std::size_t i = 0; i < archive.entries().size(); ++i) {
        if (options.stop.stop_requested()) {
            return openingStopped(archive.name());
        }
        const std::string& member = archive.entries()[i].name;
        if (!member.ends_with(arrayEnding)) {
            continue;
        }
        const std::string name = member.substr(0, member.size() - arrayEnding.size());
        auto arrays = listNpy(archive.member(i));
        if (!arrays) {
            firstError = firstError ? firstError : arrays.error();
            contents.tensors.push_back(unreadableTensor(name, arrays.error().what));
            continue;
        }
        if (name == metadataName && takeMetadata(arrays->tensors.front(), contents.metadata)) {
            anyReadable = true;
            continue;
        }
        for (StoredTensor& array : arrays->tensors) {
            array.info.name = nameOf(name, array.info.name);
            anyReadable = anyReadable || array.unreadable.empty();
            if (!array.unreadable.empty() && !firstError) {
                firstError = Error{ErrorCode::Unsupported, array.unreadable,
                                   archive.member(i)->name(), "Save it as an array of numbers"};
            }
            contents.tensors.push_back(std::move(array));
        }
    }
    if (firstError && !anyReadable) {
        return tl::unexpected(*firstError);
    }
    return contents;
}

/// Archives around something else are named by it.
Error withoutArrays(const ZipArchive& archive) {
    constexpr std::array weights = {".safetensors", ".gguf", ".onnx", ".pt", ".pth", ".ckpt"};
    const auto error = [&](std::string what, std::string remedy) {
        return Error{ErrorCode::Unsupported, std::move(what), archive.name(), std::move(remedy)};
    };
    for (const ZipEntry& entry : archive.entries()) {
        const auto ends = [&](std::string_view ending) { return entry.name.ends_with(ending); };
        if (std::ranges::any_of(weights, ends)) {
            return error("This is an archive around " + inQuotes(entry.name),
                         "Unpack it and open what is inside");
        }
        if (entry.name.ends_with(".weights.h5")) {
            return error("This is a Keras model, which is not read",
                         "Export it as safetensors or ONNX");
        }
        if (entry.name.ends_with(".mlmodel")) {
            return error("This is a Core ML package, which is not read",
                         "Open the model that it was made of");
        }
    }
    return error("The archive holds no arrays",
                 "Archives of .npy arrays (.npz) and of PyTorch (.pt) are read");
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
    const bool torch = std::ranges::any_of(entries, [](const ZipEntry& entry) {
        return entry.name == "data.pkl" || entry.name.ends_with("/data.pkl");
    });
    if (torch) {
        return readTorchZip(*archive, options);
    }
    if (entries.empty() || has(arrayEnding)) {
        return readNpz(**archive, options);
    }
    return tl::unexpected(withoutArrays(**archive));
}

}  // namespace zeropoint
