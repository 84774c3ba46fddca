// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/format_reader.h"
#include "core/files/open/sharded_files.h"
#include "core/files/weight_file.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>

namespace zeropoint {
namespace {

struct Format {
    bool (*recognise)(const FileHead& head);
    Result<FileContents> (*read)(const SourcePtr& source, const OpenOptions& options);
    /// Usual ending of the name: it only chooses whose complaint to give about a damaged file.
    std::string_view ending;
};

template <Result<FileContents> (*read)(const SourcePtr& source)>
Result<FileContents> withoutOptions(const SourcePtr& source, const OpenOptions&) {
    return read(source);
}

constexpr std::array formats = {
    Format{isNpy, withoutOptions<readNpy>, ".npy"},
    Format{isZip, readZip, ".npz"},
    Format{isTorchLegacy, withoutOptions<readTorchLegacy>, ".pt"},
    Format{isGguf, withoutOptions<readGguf>, ".gguf"},
    Format{isSafetensors, withoutOptions<readSafetensors>, ".safetensors"},
    Format{isShardIndex, readShardIndex, ".json"},
    Format{isText, withoutOptions<readText>, ".csv"},
    Format{isOnnx, withoutOptions<readOnnx>, ".onnx"},
};

const Format* recognise(const FileHead& head, const std::string& name) {
    for (const Format& format : formats) {
        if (format.recognise(head)) {
            return &format;
        }
    }
    for (const Format& format : formats) {
        if (name.ends_with(format.ending)) {
            return &format;
        }
    }
    return nullptr;
}

}  // namespace

bool FileHead::startsWith(std::string_view magic) const {
    return bytes.size() >= magic.size() &&
           std::memcmp(bytes.data(), magic.data(), magic.size()) == 0;
}

Result<std::shared_ptr<const WeightFile>> openWeightBytes(std::shared_ptr<const ByteSource> source,
                                                          const OpenOptions& options) {
    std::array<std::byte, 64> buffer{};
    const auto head = std::span(buffer).first(std::min<std::uint64_t>(64, source->size()));
    if (auto read = source->read(0, head); !read) {
        return tl::unexpected(read.error());
    }
    if (head.empty()) {
        return fail(ErrorCode::Malformed, "The file is empty", source->name(),
                    "It was probably not copied whole");
    }
    const Format* format = recognise({head, source->size()}, source->name());
    if (format == nullptr) {
        return fail(ErrorCode::Unsupported, "This is not a kind of weight file that is known",
                    source->name(),
                    "safetensors, .npy, .npz, GGUF, PyTorch, ONNX and text are read");
    }
    auto contents = format->read(source, options);
    if (!contents) {
        return tl::unexpected(contents.error());
    }
    return std::make_shared<const WeightFile>(source->name(), std::move(*contents));
}

Result<std::shared_ptr<const WeightFile>> openWeightFile(const std::string& path,
                                                         const OpenOptions& options) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        const auto file = chooseInFolder(path);
        return file ? openWeightFile(*file, options) : tl::unexpected(file.error());
    }
    auto source = openFileBytes(path);
    if (!source) {
        return tl::unexpected(source.error());
    }
    return openWeightBytes(std::move(*source), options);
}

}  // namespace zeropoint
