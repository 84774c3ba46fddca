// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/format_reader.h"
#include "core/files/open/open_contents.h"
#include "core/files/open/sharded_files.h"
#include "core/files/open/split_gguf.h"
#include "core/files/packed/join_packed.h"
#include "core/files/packed/join_torchao.h"
#include "core/files/packed/quantized_values.h"
#include "core/files/tensor_roles.h"
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

constexpr std::array formats = {
    Format{isNpy, readNpy, ".npy"},
    Format{isZip, readZip, ".npz"},
    Format{isTorchLegacy, readTorchLegacy, ".pt"},
    Format{isGguf, readGguf, ".gguf"},
    Format{isSafetensors, readSafetensors, ".safetensors"},
    Format{isShardIndex, readShardIndex, ".json"},
    Format{isText, readText, ".csv"},
    Format{isOnnx, readOnnx, ".onnx"},
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

Result<FileHead> headOf(const ByteSource& source, std::span<std::byte, 64> buffer) {
    const auto head = buffer.first(std::min<std::uint64_t>(64, source.size()));
    if (auto read = source.read(0, head); !read) {
        return tl::unexpected(read.error());
    }
    return FileHead{head, source.size()};
}

Result<FileContents> openContents(const SourcePtr& source, const OpenOptions& options) {
    std::array<std::byte, 64> buffer{};
    const auto head = headOf(*source, buffer);
    if (!head) {
        return tl::unexpected(head.error());
    }
    if (head->bytes.empty()) {
        return fail(ErrorCode::Malformed, "The file is empty", source->name(),
                    "Copy or download it again: it is probably not whole");
    }
    if (auto pointer = lfsPointer(*head, *source)) {
        return tl::unexpected(*pointer);
    }
    if (auto stranger = notWeights(*head, source->name())) {
        return tl::unexpected(*stranger);
    }
    const Format* format = recognise(*head, source->name());
    if (format != nullptr) {
        auto contents = format->read(source, options);
        const bool isWords =
            !contents && format->read == readText && contents.error().code != ErrorCode::Cancelled;
        const auto words = isWords ? textInPlace(source->name()) : std::nullopt;
        return words ? tl::unexpected(*words) : std::move(contents);
    }
    if (auto stranger = notWeightsByName(source->name())) {
        return tl::unexpected(*stranger);
    }
    return fail(ErrorCode::Unsupported, "This is not a kind of weight file that is known",
                source->name(),
                "Choose a file of safetensors, .npy, .npz, GGUF, PyTorch, ONNX or text");
}

Result<std::shared_ptr<const WeightFile>> openWeightBytes(std::shared_ptr<const ByteSource> source,
                                                          const OpenOptions& options) {
    auto contents = openContents(source, options);
    if (!contents) {
        return tl::unexpected(contents.error());
    }
    if (options.stop.stop_requested()) {
        return openingStopped(source->name());
    }
    contents = joinSplitGguf(std::move(*contents), source->name(), options);
    if (!contents) {
        return tl::unexpected(contents.error());
    }
    contents = joinQuantized(std::move(*contents), source->name());
    if (!contents) {
        return tl::unexpected(contents.error());
    }
    if (contents->format == "safetensors") {
        joinTorchao(*contents);
    }
    // MLX's older models are archives of arrays.
    const bool mayBePacked = contents->format == "safetensors" || contents->format == "pytorch" ||
                             contents->format == "npz";
    const auto folder = std::filesystem::path(source->name()).parent_path().string();
    if (mayBePacked && !joinPacked(*contents, readQuantConfig(folder), options.stop)) {
        return openingStopped(source->name());
    }
    markRoles(*contents);
    markShared(*contents);
    return std::make_shared<const WeightFile>(source->name(), std::move(*contents));
}

Result<std::shared_ptr<const WeightFile>> openWeightFile(const std::string& path,
                                                         const OpenOptions& options) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        const auto file = chooseInFolder(path);
        return file ? openWeightFile(*file, options)
                    : tl::unexpected(notWeightsFolder(path).value_or(file.error()));
    }
    auto source = openFileBytes(path);
    if (!source) {
        return tl::unexpected(source.error());
    }
    return openWeightBytes(std::move(*source), options);
}

}  // namespace zeropoint
