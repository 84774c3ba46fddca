// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/open/sharded_files.h"

#include "core/files/inside_folder.h"
#include "core/files/weight_file.h"
#include "core/support/in_quotes.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

namespace zeropoint {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint64_t mostIndexBytes = 100'000'000;
constexpr std::size_t mostShards = 10'000;

tl::unexpected<Error> malformed(const SourcePtr& source, std::string what) {
    return fail(ErrorCode::Malformed, std::move(what), source->name(),
                "Fetch the model's files again");
}

Result<Json> readWeightMap(const SourcePtr& source) {
    if (source->size() > mostIndexBytes) {
        return malformed(source, "The index is larger than 100 MB");
    }
    const auto bytes = readBlock(*source, 0, source->size(), "index");
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    const std::string_view text(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    const Json index = Json::parse(text, nullptr, false);
    const auto map = index.is_object() ? index.find("weight_map") : index.end();
    if (map == index.end() || !map->is_object()) {
        return malformed(source, "The file is JSON, but no index of a sharded model");
    }
    const bool texts = std::ranges::all_of(*map, [](const Json& file) { return file.is_string(); });
    return texts ? Result<Json>(*map) : malformed(source, "The index names a file by no text");
}

/// Files that are opened once each.
class Shards {
public:
    Shards(const SourcePtr& index, const OpenOptions& options)
        : m_index(index),
          m_folder(std::filesystem::path(index->name()).parent_path().string()),
          m_options(options) {}

    Result<StoredTensor> tensor(const std::string& name, const std::string& file) {
        auto opened = m_files.find(file);
        if (opened == m_files.end()) {
            const auto shard = open(file);
            if (!shard) {
                return tl::unexpected(shard.error());
            }
            opened = m_files.emplace(file, *shard).first;
        }
        const auto index = opened->second->find(name);
        if (!index) {
            return malformed(m_index, "Tensor " + inQuotes(name) + " is not in " + inQuotes(file));
        }
        return opened->second->stored(*index);
    }

    /// The format of the shards; all of one model are of the same.
    std::string_view format() const {
        return m_files.empty() ? "index" : m_files.begin()->second->formatName();
    }

private:
    static bool holdsIndex(const ByteSource& source) {
        std::array<std::byte, 64> buffer{};
        const auto head = std::span(buffer).first(std::min<std::uint64_t>(64, source.size()));
        return source.read(0, head) && isShardIndex({head, source.size()});
    }

    Result<std::shared_ptr<const WeightFile>> open(const std::string& file) {
        const auto path = insideFolder(m_folder, file, m_index->name());
        if (!path) {
            return tl::unexpected(path.error());
        }
        const auto source = openFileBytes(*path);
        if (!source) {
            return tl::unexpected(source.error());
        }
        // An index as a shard could name itself, and so on for ever.
        if (file.ends_with(".json") || holdsIndex(**source) || m_files.size() >= mostShards) {
            return malformed(m_index, "The index names " + inQuotes(file) + " as a shard");
        }
        return openWeightBytes(*source, m_options);
    }

    SourcePtr m_index;
    std::string m_folder;
    OpenOptions m_options;
    std::map<std::string, std::shared_ptr<const WeightFile>> m_files;
};

}  // namespace

bool isShardIndex(const FileHead& head) {
    const std::string_view text(reinterpret_cast<const char*>(head.bytes.data()),
                                head.bytes.size());
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '{';
}

Result<FileContents> readShardIndex(const SourcePtr& source, const OpenOptions& options) {
    const auto map = readWeightMap(source);
    if (!map) {
        return tl::unexpected(map.error());
    }
    FileContents contents;
    Shards shards(source, options);
    for (const auto& [name, file] : map->items()) {
        auto tensor = shards.tensor(name, file.get<std::string>());
        if (!tensor) {
            return tl::unexpected(tensor.error());
        }
        contents.tensors.push_back(std::move(*tensor));
    }
    contents.format = shards.format();
    return contents;
}

Result<std::string> chooseInFolder(const std::string& folder) {
    constexpr std::array preferred = {"model.safetensors.index.json", "model.safetensors",
                                      "pytorch_model.bin.index.json", "pytorch_model.bin"};
    namespace fs = std::filesystem;
    std::error_code ignored;
    for (const char* name : preferred) {
        const fs::path path = fs::path(folder) / name;
        if (fs::is_regular_file(path, ignored)) {
            return path.string();
        }
    }
    constexpr std::array endings = {".safetensors", ".gguf", ".npz", ".pt",
                                    ".pth",         ".onnx", ".npy"};
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        const std::string extension = entry.path().extension().string();
        if (std::ranges::find(endings, extension) != endings.end()) {
            found.push_back(entry.path().string());
        }
    }
    if (found.size() == 1) {
        return found.front();
    }
    return found.empty() ? fail(ErrorCode::NotFound, "There is no weight file in the folder",
                                folder, "Give a folder that holds a model")
                         : fail(ErrorCode::InvalidArgument,
                                "There are " + std::to_string(found.size()) +
                                    " weight files in the folder and no index",
                                folder, "Give one of the files");
}

}  // namespace zeropoint
