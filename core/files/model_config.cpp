// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/model_config.h"

#include "core/files/byte_source.h"
#include "core/files/config_keys.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <limits>
#include <span>
#include <string_view>

namespace zeropoint {
namespace {

using Json = nlohmann::json;

constexpr std::uint64_t mostConfigBytes = 16 << 20;

std::optional<std::int64_t> whole(const Json& config, std::span<const char* const> names) {
    for (const char* name : names) {
        const auto found = config.find(name);
        if (found == config.end() || !found->is_number_unsigned()) {
            continue;
        }
        const auto value = found->get<std::uint64_t>();
        if (value > 0 && value <= std::uint64_t{std::numeric_limits<std::int32_t>::max()}) {
            return static_cast<std::int64_t>(value);
        }
    }
    return std::nullopt;
}

std::string text(const Json& config, const char* name) {
    const auto found = config.find(name);
    return found != config.end() && found->is_string() ? found->get<std::string>() : std::string();
}

ModelConfig interpret(const Json& config) {
    ModelConfig model;
    model.modelType = text(config, "model_type");
    model.dtype = text(config, "torch_dtype");
    if (model.dtype.empty()) {
        model.dtype = text(config, "dtype");
    }
    model.layers = whole(config, config_keys::layers);
    model.hidden = whole(config, config_keys::hidden);
    model.heads = whole(config, config_keys::heads);
    model.kvHeads = whole(config, config_keys::kvHeads);
    model.headDim = whole(config, config_keys::headWidth);
    model.intermediate = whole(config, config_keys::ffn);
    model.vocabulary = whole(config, config_keys::vocabulary);
    model.context = whole(config, config_keys::context);
    const auto tied = config.find("tie_word_embeddings");
    model.tiedEmbeddings = tied != config.end() && tied->is_boolean() && tied->get<bool>();
    if (!model.kvHeads) {
        model.kvHeads = model.heads;
    }
    if (!model.headDim && model.hidden && model.heads && *model.hidden % *model.heads == 0) {
        model.headDim = *model.hidden / *model.heads;
    }
    return model;
}

}  // namespace

Result<ModelConfig> readModelConfig(const std::string& path) {
    std::error_code ignored;
    const std::string file = std::filesystem::is_directory(path, ignored)
                                 ? (std::filesystem::path(path) / "config.json").string()
                                 : path;
    const auto source = openFileBytes(file);
    if (!source) {
        return tl::unexpected(source.error());
    }
    if ((*source)->size() > mostConfigBytes) {
        return fail(ErrorCode::TooLarge, "The file is larger than 16 MiB", file,
                    "Give a model's config.json");
    }
    const auto bytes = readBlock(**source, 0, (*source)->size(), "configuration");
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    const std::string_view json(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    const Json config = Json::parse(json, nullptr, false);
    if (!config.is_object()) {
        return fail(ErrorCode::Malformed, "The file is not a JSON object", file,
                    "Give a model's config.json");
    }
    // Models for images and text keep the text model's figures in an object of their own.
    const auto inner = config.find("text_config");
    return interpret(inner != config.end() && inner->is_object() ? *inner : config);
}

}  // namespace zeropoint
