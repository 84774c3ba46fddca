// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/open/sharded_files.h"

#include "core/files/inside_folder.h"
#include "core/files/open/open_contents.h"
#include "core/files/open/split_gguf.h"
#include "core/files/stoppable_read.h"
#include "core/support/in_quotes.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace zeropoint {
namespace {

using Json = nlohmann::json;

constexpr std::uint64_t mostIndexBytes = 100'000'000;
constexpr std::size_t mostShards = 10'000;

tl::unexpected<Error> malformed(const SourcePtr& source, std::string what) {
    return fail(ErrorCode::Malformed, std::move(what), source->name(),
                "Fetch the model's files again");
}

struct Placed {
    std::string tensor;
    std::string file;
};

/// Takes the parser's events one by one, which costs no more than the index's own bytes whatever it
/// nests: a tree of it would look every name up among all that came before.
class IndexEvents final : public nlohmann::json_sax<Json> {
public:
    explicit IndexEvents(const std::stop_token& stop) : m_stop(stop) {}

    std::vector<Placed> map;
    bool found = false;
    std::string problem;

    bool null() override { return other(); }
    bool boolean(bool) override { return other(); }
    bool number_integer(number_integer_t) override { return other(); }
    bool number_unsigned(number_unsigned_t) override { return other(); }
    bool number_float(number_float_t, const string_t&) override { return other(); }
    bool binary(binary_t&) override { return other(); }
    bool string(string_t& value) override {
        if (inMap()) {
            map.push_back({m_key, value});
        }
        return true;
    }
    bool start_object(std::size_t) override {
        if (inMap()) {
            return other();
        }
        ++m_depth;
        m_inMap = m_depth == 2 && m_key == "weight_map";
        found = found || m_inMap;
        return true;
    }
    bool key(string_t& value) override {
        m_key = value;
        const bool again = inMap() && !m_names.insert(value).second;
        return (!again || say("The index names a tensor twice")) && !m_stop.stop_requested();
    }
    bool end_object() override {
        m_inMap = m_inMap && m_depth != 2;
        --m_depth;
        return true;
    }
    bool start_array(std::size_t) override { return inMap() ? other() : (++m_depth, true); }
    bool end_array() override { return --m_depth, true; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        return say("The file is JSON, but no index of a sharded model");
    }

private:
    bool inMap() const { return m_inMap && m_depth == 2; }
    bool other() { return !inMap() || say("The index names a file by no text"); }
    bool say(const char* what) {
        problem = what;
        return false;
    }

    std::stop_token m_stop;
    std::string m_key;
    std::set<std::string> m_names;
    std::size_t m_depth = 0;
    bool m_inMap = false;
};

Result<std::vector<Placed>> readWeightMap(const SourcePtr& source, const std::stop_token& stop) {
    if (source->size() > mostIndexBytes) {
        return malformed(source, "The index is larger than 100 MB");
    }
    const auto bytes = readBlock(*source, 0, source->size(), "index", stop);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    const std::string_view text(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    IndexEvents events(stop);
    if (!Json::sax_parse(text, &events)) {
        return stop.stop_requested() ? openingStopped(source->name())
                                     : malformed(source, events.problem);
    }
    return events.found ? Result<std::vector<Placed>>(std::move(events.map))
                        : malformed(source, "The file is JSON, but no index of a sharded model");
}

/// Files that are opened once each.
class Shards {
public:
    Shards(const SourcePtr& index, const OpenOptions& options)
        : m_index(index),
          m_folder(std::filesystem::path(index->name()).parent_path().string()),
          m_options(options) {}

    /// The tensor, or why it is not there.
    StoredTensor tensor(const Placed& placed) {
        auto opened = m_files.find(placed.file);
        if (opened == m_files.end()) {
            opened = m_files.emplace(placed.file, open(placed.file)).first;
        }
        const Shard& shard = opened->second;
        if (shard.error) {
            return unreadableTensor(placed.tensor, "Its file " + inQuotes(placed.file) +
                                                       " cannot be read: " + shard.error->what);
        }
        const auto index = shard.byName.find(placed.tensor);
        if (index == shard.byName.end()) {
            return unreadableTensor(placed.tensor, "It is not in " + inQuotes(placed.file) +
                                                       ", which the index names for it");
        }
        return shard.contents.tensors[index->second];
    }

    /// The format of the shards; all of one model are of the same.
    std::string_view format() const {
        for (const auto& [file, shard] : m_files) {
            if (!shard.error) {
                return shard.contents.format;
            }
        }
        return "index";
    }

    /// Of all shards, each once.
    std::vector<FileNote> notes() const {
        std::vector<FileNote> all;
        for (const auto& [file, shard] : m_files) {
            for (const FileNote& note : shard.contents.notes) {
                if (std::ranges::find(all, note) == all.end()) {
                    all.push_back(note);
                }
            }
        }
        return all;
    }

    /// Of the first file that cannot be read, in the order of their names.
    std::optional<Error> firstError() const {
        for (const auto& [file, shard] : m_files) {
            if (shard.error) {
                return shard.error;
            }
        }
        return std::nullopt;
    }

private:
    struct Shard {
        FileContents contents{};
        std::unordered_map<std::string, std::size_t> byName{};
        std::optional<Error> error{};
    };

    Shard open(const std::string& file) {
        Shard shard;
        auto contents = read(file);
        if (!contents) {
            shard.error = contents.error();
            return shard;
        }
        shard.contents = std::move(*contents);
        for (std::size_t i = 0; i < shard.contents.tensors.size(); ++i) {
            shard.byName.emplace(shard.contents.tensors[i].info.name, i);
        }
        return shard;
    }

    Result<FileContents> read(const std::string& file) {
        const auto path = insideFolder(m_folder, file, m_index->name());
        if (!path) {
            return tl::unexpected(path.error());
        }
        const auto source = openFileBytes(*path);
        if (!source) {
            return tl::unexpected(source.error());
        }
        std::array<std::byte, 64> buffer{};
        const auto head = headOf(**source, buffer);
        // An index as a shard could name itself, and so on for ever.
        if (!head || file.ends_with(".json") || isShardIndex(*head) ||
            m_files.size() >= mostShards) {
            return malformed(m_index, "The index names " + inQuotes(file) + " as a shard");
        }
        return openContents(*source, m_options);
    }

    SourcePtr m_index;
    std::string m_folder;
    OpenOptions m_options;
    std::map<std::string, Shard> m_files;
};

}  // namespace

bool isShardIndex(const FileHead& head) {
    const std::string_view text(reinterpret_cast<const char*>(head.bytes.data()),
                                head.bytes.size());
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '{';
}

Result<FileContents> readShardIndex(const SourcePtr& source, const OpenOptions& options) {
    const auto map = readWeightMap(source, options.stop);
    if (!map) {
        return tl::unexpected(map.error());
    }
    FileContents contents;
    Shards shards(source, options);
    bool anyReadable = map->empty();
    for (const Placed& placed : *map) {
        if (options.stop.stop_requested()) {
            return openingStopped(source->name());
        }
        contents.tensors.push_back(shards.tensor(placed));
        anyReadable = anyReadable || contents.tensors.back().unreadable.empty();
    }
    if (!anyReadable) {
        const auto error = shards.firstError();
        return error ? tl::unexpected(*error)
                     : malformed(source, "Tensor " + inQuotes(map->front().tensor) + " is not in " +
                                             inQuotes(map->front().file));
    }
    contents.format = shards.format();
    contents.notes = shards.notes();
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
    std::ranges::sort(found);
    if (found.size() == 1 || areOneSplitModel(found)) {
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
