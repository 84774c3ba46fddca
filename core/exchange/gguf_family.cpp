// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/gguf_family.h"

#include "core/exchange/gguf_tokenizer.h"
#include "core/exchange/json_file.h"
#include "core/files/known_names.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <limits>
#include <set>
#include <string_view>

namespace zeropoint {
namespace {

using Json = nlohmann::json;

struct Family {
    std::string_view modelType;
    std::string_view architecture;
    std::string_view byteTokenizer;  ///< how llama.cpp calls the splitting of its byte-level BPE
    bool interleaved = false;
};

constexpr std::array families = {
    Family{"llama", "llama", "llama-bpe", true},
    Family{"mistral", "llama", "tekken", true},
    Family{"qwen2", "qwen2", "qwen2", false},
    Family{"qwen3", "qwen3", "qwen2", false},
};

/// What these architectures are made of; a tensor of another part is not theirs.
constexpr std::array parts = std::to_array<std::string_view>(
    {"token_embd", "output_norm", "output", "attn_norm", "ffn_norm", "attn_q", "attn_k", "attn_v",
     "attn_output", "attn_q_norm", "attn_k_norm", "ffn_gate", "ffn_up", "ffn_down"});

std::optional<std::string> ggufName(std::string_view name) {
    std::string canonical = canonicalName(name, {});
    const std::string_view role = roleInBlock(canonical);
    const std::string_view part = role.substr(0, role.rfind('.'));
    return std::ranges::find(parts, part) != parts.end() ? std::optional(std::move(canonical))
                                                         : std::nullopt;
}

/// The figures of config.json, each asked for once; `complete` falls where one is missing.
class Config {
public:
    explicit Config(const Json& json) : m_json(json) {}

    std::int64_t whole(const char* name) {
        const auto value = optionalWhole(name);
        m_complete = m_complete && value.has_value();
        return value.value_or(0);
    }
    std::optional<std::int64_t> optionalWhole(const char* name) const {
        const auto found = m_json.find(name);
        const bool fits = found != m_json.end() && found->is_number_unsigned() &&
                          found->get<std::uint64_t>() <= std::numeric_limits<std::int32_t>::max();
        return fits ? std::optional(found->get<std::int64_t>()) : std::nullopt;
    }
    std::optional<double> optionalReal(const char* name) const {
        const auto found = m_json.find(name);
        const bool number = found != m_json.end() && found->is_number();
        return number ? std::optional(found->get<double>()) : std::nullopt;
    }
    bool yes(const char* name) const {
        const auto found = m_json.find(name);
        return found != m_json.end() && found->is_boolean() && found->get<bool>();
    }
    bool present(const char* name) const {
        const auto found = m_json.find(name);
        return found != m_json.end() && !found->is_null();
    }
    std::string text(const char* name) const {
        const auto found = m_json.find(name);
        return found != m_json.end() && found->is_string() ? found->get<std::string>()
                                                           : std::string();
    }
    /// The object of a name; nothing stands in it where there is none.
    Config inner(const char* name) const {
        static const Json none = Json::object();
        const auto found = m_json.find(name);
        return Config(found != m_json.end() && found->is_object() ? *found : none);
    }
    bool complete() const { return m_complete; }

private:
    const Json& m_json;
    bool m_complete = true;
};

struct Sizes {
    std::int64_t layers = 0;
    std::int64_t heads = 0;
    std::int64_t kvHeads = 0;
    std::int64_t headWidth = 0;
    std::int64_t hidden = 0;
    bool tied = false;
};

void addFigures(GgufFamily& made, const Family& family, Config& config, Sizes& sizes) {
    const std::string own = std::string(family.architecture) + ".";
    const auto add = [&](const std::string& key, std::int64_t value) {
        made.entries.push_back(ggufU32(own + key, static_cast<std::uint32_t>(value)));
    };
    const std::int64_t hidden = config.whole("hidden_size");
    sizes.hidden = hidden;
    sizes.heads = config.whole("num_attention_heads");
    sizes.kvHeads = config.optionalWhole("num_key_value_heads").value_or(sizes.heads);
    sizes.headWidth =
        config.optionalWhole("head_dim").value_or(hidden / std::max<std::int64_t>(sizes.heads, 1));
    sizes.tied = config.yes("tie_word_embeddings");
    sizes.layers = config.whole("num_hidden_layers");
    add("block_count", sizes.layers);
    add("context_length", config.whole("max_position_embeddings"));
    add("embedding_length", hidden);
    add("feed_forward_length", config.whole("intermediate_size"));
    add("attention.head_count", sizes.heads);
    add("attention.head_count_kv", sizes.kvHeads);
    add("rope.dimension_count", sizes.headWidth);
    if (sizes.headWidth * sizes.heads != hidden) {
        add("attention.key_length", sizes.headWidth);
        add("attention.value_length", sizes.headWidth);
    }
    // The defaults are those of the library that reads config.json.
    const double epsilon = config.optionalReal("rms_norm_eps").value_or(1e-6);
    // Since version 5 of that library the rotation's figures stand in an object of their own.
    const Config rope = config.inner("rope_parameters");
    const double theta =
        config.optionalReal("rope_theta").value_or(rope.optionalReal("rope_theta").value_or(10000));
    made.entries.push_back(
        ggufF32(own + "attention.layer_norm_rms_epsilon", static_cast<float>(epsilon)));
    made.entries.push_back(ggufF32(own + "rope.freq_base", static_cast<float>(theta)));
    const auto notCarried = [&](const char* setting, bool has) {
        if (has) {
            made.notes.push_back({ConversionNote::Kind::NotCarried, 1, setting});
        }
    };
    const std::string rotation = rope.text("rope_type");
    notCarried("rope_scaling",
               config.present("rope_scaling") || !(rotation.empty() || rotation == "default"));
    notCarried("sliding_window",
               config.present("sliding_window") &&
                   (config.yes("use_sliding_window") || !config.present("use_sliding_window")));
}

/// Of a name that ggufName() gives, -1 outside the blocks.
std::int64_t layerOf(std::string_view name) {
    constexpr std::string_view block = "blk.";
    std::int64_t layer = -1;
    if (name.starts_with(block)) {
        std::from_chars(name.data() + block.size(), name.data() + name.size(), layer);
    }
    return layer;
}

/// A place of its own for every tensor, or nothing.
bool addPlaces(GgufFamily& made, const WeightFile& file, const Family& family, const Sizes& sizes) {
    std::set<std::string> taken;
    std::size_t companions = 0;
    for (const TensorInfo& info : file.tensors()) {
        GgufPlace place;
        if (info.role == TensorRole::Companion) {
            ++companions;
            made.places.push_back(place);
            continue;
        }
        if (info.name.ends_with("rotary_emb.inv_freq") ||
            (sizes.tied && info.name == "lm_head.weight")) {
            made.places.push_back(place);  // follows from the figures, or is the embedding again
            continue;
        }
        const auto name = ggufName(info.name);
        if (!name || layerOf(*name) >= sizes.layers || !taken.insert(*name).second) {
            return false;
        }
        place.name = *name;
        const bool q = name->find(".attn_q.") != std::string::npos;
        const bool k = name->find(".attn_k.") != std::string::npos;
        if (family.interleaved && (q || k)) {
            place.heads = q ? sizes.heads : sizes.kvHeads;
            const std::int64_t rows = info.shape.empty() ? 0 : info.shape.front();
            if (place.heads < 1 || sizes.headWidth % 2 != 0 ||
                rows != place.heads * sizes.headWidth) {
                return false;
            }
        }
        made.places.push_back(std::move(place));
    }
    if (companions > 0) {
        made.notes.push_back({ConversionNote::Kind::NotCarried, companions,
                              "scales beside the weights (" + std::to_string(companions) +
                                  (companions == 1 ? " tensor)" : " tensors)")});
    }
    return true;
}

/// Rows of the embedding, which llama.cpp wants as many of as tokens; 0 where there is none.
std::size_t vocabularyOf(const GgufFamily& made, const WeightFile& file, const Sizes& sizes) {
    constexpr std::int64_t most = 1 << 24;
    const auto place = std::ranges::find(made.places, "token_embd.weight", &GgufPlace::name);
    if (place == made.places.end()) {
        return 0;
    }
    const Shape& shape =
        file.tensors()[static_cast<std::size_t>(place - made.places.begin())].shape;
    const bool fits = shape.size() == 2 && shape[1] == sizes.hidden && sizes.hidden > 0;
    return fits && shape[0] > 0 && shape[0] <= most ? static_cast<std::size_t>(shape[0]) : 0;
}

}  // namespace

std::optional<GgufFamily> ggufFamilyOf(const WeightFile& file) {
    const auto folder = std::filesystem::path(file.path()).parent_path();
    const auto json = readJsonFile(folder / "config.json");
    if (!json) {
        return std::nullopt;
    }
    const auto type = json->find("model_type");
    const auto family = std::ranges::find_if(families, [&](const Family& row) {
        return type != json->end() && type->is_string() &&
               type->get_ref<const std::string&>() == row.modelType;
    });
    if (family == families.end()) {
        return std::nullopt;
    }
    GgufFamily made;
    made.entries = {ggufText("general.architecture", family->architecture),
                    ggufText("general.type", "model"),
                    ggufText("general.name", folder.filename().string())};
    Config config(*json);
    Sizes sizes;
    addFigures(made, *family, config, sizes);
    if (!config.complete() || !addPlaces(made, file, *family, sizes)) {
        return std::nullopt;
    }
    const std::size_t vocabulary = vocabularyOf(made, file, sizes);
    if (vocabulary == 0) {
        return std::nullopt;
    }
    made.entries.push_back(ggufU32(std::string(family->architecture) + ".vocab_size",
                                   static_cast<std::uint32_t>(vocabulary)));
    addTokenizer(folder, *json, vocabulary, family->byteTokenizer, made.entries, made.notes);
    return made;
}

std::vector<std::size_t> interleavedRows(std::size_t rows, std::size_t heads) {
    const std::size_t width = rows / heads;
    std::vector<std::size_t> order(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t within = row % width;
        order[row] = row - within + within % 2 * (width / 2) + within / 2;
    }
    return order;
}

}  // namespace zeropoint
