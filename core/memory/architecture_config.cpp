// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/architecture_config.h"

#include "core/files/config_keys.h"
#include "core/memory/config_families_private.h"
#include "core/memory/read_small_file_private.h"
#include "core/support/in_quotes.h"

#include <filesystem>

namespace zeropoint {
namespace {

using Json = nlohmann::json;

constexpr std::int64_t mostLayers = 4096;
constexpr std::int64_t plainFfnFactor = 4;
constexpr const char* giveConfig = "Give a model's config.json";

void readSizes(ConfigFields& config, Architecture& a) {
    const std::int64_t layers = config.need(config_keys::layers);
    if (layers < 1 || layers > mostLayers) {
        config.refuse(ErrorCode::Malformed, std::to_string(layers) + " layers",
                      "Give 1 to 4096 layers");
        return;
    }
    a.layers.assign(static_cast<std::size_t>(layers), LayerKind::Full);
    a.hidden = config.need(config_keys::hidden);
    a.heads = config.need(config_keys::heads);
    a.kvHeads = config.numberOr(config_keys::kvHeads, a.heads);
    a.vocabulary = config.need(config_keys::vocabulary);
    a.context = config.numberOr(config_keys::context, 0);
    const std::int64_t factor = config.numberOr({"expansion_ratio"}, plainFfnFactor);
    a.ffn = config.numberOr(config_keys::ffn, factor * a.hidden);
    a.headDim = config.numberOr(config_keys::headWidth, a.heads > 0 ? a.hidden / a.heads : 0);
}

/// Where the head's width is not given it follows from the hidden size, which must then divide.
void checkHeadDim(ConfigFields& config, const Architecture& a) {
    if (!a.latent && !config.number({"head_dim"}) && a.heads > 0 && a.hidden % a.heads != 0) {
        config.refuse(ErrorCode::Malformed,
                      std::to_string(a.heads) + " heads do not divide " + "the hidden size " +
                          std::to_string(a.hidden),
                      "Give 'head_dim'");
    }
}

Result<Architecture> interpret(const Json& json, const std::string& where) {
    ConfigFields config(json, where);
    const std::string type = config.text("model_type");
    const ConfigFamily* family = findConfigFamily(type);
    if (family == nullptr) {
        return fail(ErrorCode::Unsupported,
                    type.empty() ? "There is no 'model_type'"
                                 : "The architecture " + inQuotes(type) + " is not known",
                    where, "Known: " + configFamilyNames() + "; else give the sizes by hand");
    }
    Architecture a;
    a.id = where;
    a.name = type;
    a.family = type;
    readSizes(config, a);
    a.norm = family->norm;
    a.normsPerLayer = family->normsPerLayer;
    a.qkNorm = family->qkNorm;
    const bool attentionBias = config.flag("attention_bias", false);
    a.qkvBias = family->qkvBias || attentionBias;
    a.attentionOutBias = family->otherBiases || attentionBias;
    a.ffnBias = family->otherBiases || config.flag("mlp_bias", false);
    a.gatedFfn = family->gatedFfn;
    a.tied = config.flag("tie_word_embeddings", family->tied);
    a.positionRows = family->positionRows < 0 ? 0 : a.context + family->positionRows;
    if (family->special != nullptr) {
        family->special(config, a);
    }
    checkHeadDim(config, a);
    auto sound = config.finish();
    if (sound) {
        sound = validate(a);
    }
    return sound ? Result<Architecture>(std::move(a)) : tl::unexpected(sound.error());
}

bool startsAsGguf(const std::string& path) {
    return std::filesystem::path(path).extension() == ".gguf";
}

}  // namespace

Result<Architecture> parseArchitectureConfig(std::string_view json, const std::string& where) {
    const Json config = Json::parse(json, nullptr, false);
    if (!config.is_object()) {
        return fail(ErrorCode::Malformed, "The file is not a JSON object", where, giveConfig);
    }
    // Models for images and text keep the text model's figures in an object of their own, and
    // leave out there what the library's class for it has anyhow.
    const auto inner = config.find("text_config");
    if (inner == config.end() || !inner->is_object()) {
        return interpret(config, where);
    }
    Json whole = textConfigDefaults(ConfigFields(*inner, where).text("model_type"));
    whole.update(*inner);
    return interpret(whole, where);
}

Result<Architecture> readArchitecture(const std::string& path) {
    if (startsAsGguf(path)) {
        return readGgufArchitecture(path);
    }
    std::error_code ignored;
    const std::string file = std::filesystem::is_directory(path, ignored)
                                 ? (std::filesystem::path(path) / "config.json").string()
                                 : path;
    const auto text = readSmallFile(file, giveConfig);
    return text ? parseArchitectureConfig(*text, file)
                : Result<Architecture>(tl::unexpected(text.error()));
}

}  // namespace zeropoint
