// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/packed/quant_config.h"

#include "core/files/byte_source.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>

namespace zeropoint {
namespace {

using Json = nlohmann::json;

constexpr std::uint64_t mostConfigBytes = 4 << 20;

/// The object in a file of JSON; nothing where there is no such file, or where it cannot be read,
/// which `unread` is told.
std::optional<Json> readJson(const std::filesystem::path& path, std::string& unread) {
    const auto source = openFileBytes(path.string());
    if (!source && source.error().code == ErrorCode::NotFound) {
        return std::nullopt;
    }
    const auto bytes = source && (*source)->size() <= mostConfigBytes
                           ? readBlock(**source, 0, (*source)->size(), "configuration")
                           : Result<std::vector<std::byte>>();
    if (!bytes || bytes->empty()) {
        unread = path.filename().string();
        return std::nullopt;
    }
    const std::string_view text(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    // Deep nesting is refused by events before a tree is built of it.
    std::size_t depth = 0;
    constexpr std::size_t mostDepth = 64;
    for (const char c : text) {
        depth += c == '{' || c == '[' ? 1 : 0;
        depth -= (c == '}' || c == ']') && depth > 0 ? 1 : 0;
        if (depth > mostDepth) {
            unread = path.filename().string();
            return std::nullopt;
        }
    }
    Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) {
        unread = path.filename().string();
        return std::nullopt;
    }
    return json;
}

std::string textAt(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<std::int64_t> numberAt(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_number_integer()
               ? std::optional(found->get<std::int64_t>())
               : std::nullopt;
}

/// compressed-tensors: the weights of the only group of layers.
void readGroups(const Json& json, QuantConfig& config) {
    const auto groups = json.find("config_groups");
    if (groups == json.end() || !groups->is_object() || groups->size() != 1) {
        return;
    }
    const Json& group = *groups->begin();
    const auto weights = group.is_object() ? group.find("weights") : group.end();
    if (group.is_object() && weights != group.end() && weights->is_object()) {
        config.bits = numberAt(*weights, "num_bits");
        config.group = numberAt(*weights, "group_size");
    }
}

/// MLX: "quantization" holds an object for each layer that is quantized in another way.
void readLayers(const Json& json, QuantConfig& config) {
    for (const auto& [name, layer] : json.items()) {
        if (layer.is_object()) {
            const auto bits = numberAt(layer, "bits");
            const auto group = numberAt(layer, "group_size");
            config.layers.emplace(
                name, QuantConfig::Layer{bits ? bits : config.bits, group ? group : config.group,
                                         textAt(layer, "mode")});
        }
    }
}

QuantConfig configOf(const Json& json) {
    QuantConfig config;
    config.method = textAt(json, "quant_method");
    config.checkpointFormat = textAt(json, "checkpoint_format");
    config.mode = textAt(json, "mode");
    config.version = textAt(json, "version");
    std::ranges::transform(config.version, config.version.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    config.bits = numberAt(json, "bits");
    config.bits = config.bits ? config.bits : numberAt(json, "w_bit");
    config.group = numberAt(json, "group_size");
    config.group = config.group ? config.group : numberAt(json, "q_group_size");
    readGroups(json, config);
    // GPTQModel: some layers have other bits and groups, by patterns of their names; the packed
    // tensors say which.
    if (const auto dynamic = json.find("dynamic"); dynamic != json.end() && dynamic->is_object()) {
        config.bits.reset();
        config.group.reset();
    }
    const auto block = json.find("weight_block_size");
    if (block != json.end() && block->is_array() && block->size() == 2 &&
        (*block)[0].is_number_integer() && (*block)[1].is_number_integer()) {
        config.blockRows = (*block)[0].get<std::int64_t>();
        config.blockColumns = (*block)[1].get<std::int64_t>();
    }
    return config;
}

}  // namespace

QuantConfig readQuantConfig(const std::string& folder) {
    const std::filesystem::path place(folder);
    std::string unread;
    const auto model = readJson(place / "config.json", unread);
    const auto objectAt = [&](const char* key) -> const Json* {
        const auto found = model ? model->find(key) : Json::const_iterator();
        return model && found != model->end() && found->is_object() ? &*found : nullptr;
    };
    const Json* mlx = objectAt("quantization");
    for (const char* key : {"quantization_config", "compression_config"}) {
        // MLX writes its own object under both names, without a method.
        const Json* found = objectAt(key);
        if (found != nullptr && (mlx == nullptr || !textAt(*found, "quant_method").empty())) {
            return configOf(*found);
        }
    }
    if (mlx != nullptr) {
        QuantConfig config = configOf(*mlx);
        config.method = "mlx";
        readLayers(*mlx, config);
        return config;
    }
    if (const auto own = readJson(place / "quantize_config.json", unread)) {
        QuantConfig config = configOf(*own);
        config.method = config.method.empty() ? "gptq" : config.method;
        config.unread = std::move(unread);
        return config;
    }
    QuantConfig none;
    none.unread = std::move(unread);
    return none;
}

}  // namespace zeropoint
