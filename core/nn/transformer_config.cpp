// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/transformer_config.h"

#include <nlohmann/json.hpp>

namespace zeropoint {
namespace {

constexpr std::size_t maxParameters = 200'000'000;

struct Limit {
    const char* name;
    std::size_t TransformerConfig::*field;
    std::size_t largest;
};

constexpr Limit limits[] = {
    {"vocabulary", &TransformerConfig::vocabulary, 65'536},
    {"patch size", &TransformerConfig::patchSize, 4096},
    {"context", &TransformerConfig::context, 4096},
    {"outputs", &TransformerConfig::outputs, 65'536},
    {"layers", &TransformerConfig::layers, 48},
    {"width", &TransformerConfig::width, 1024},
    {"heads", &TransformerConfig::heads, 64},
    {"mlp", &TransformerConfig::mlpRatio, 16},
};

tl::unexpected<Error> wrong(std::string what, std::string where, std::string remedy) {
    return fail(ErrorCode::InvalidArgument, std::move(what), std::move(where), std::move(remedy));
}

Result<void> validateSizes(const TransformerConfig& config) {
    for (const Limit& limit : limits) {
        const std::size_t value = config.*limit.field;
        if (value == 0 || value > limit.largest) {
            return wrong("A size of the model is out of range: " + std::to_string(value),
                         limit.name, "Choose 1 to " + std::to_string(limit.largest));
        }
    }
    return {};
}

}  // namespace

Result<void> validate(const TransformerConfig& config) {
    if (auto sizes = validateSizes(config); !sizes) {
        return sizes;
    }
    if (config.width % config.heads != 0) {
        return wrong("A width of " + std::to_string(config.width) + " cannot be shared by " +
                         std::to_string(config.heads) + " heads",
                     "width, heads", "Choose a width that is a multiple of the heads");
    }
    if (config.tiedHead &&
        (config.input != InputKind::Tokens || config.outputs != config.vocabulary)) {
        return wrong("A tied head needs as many outputs as the vocabulary has symbols", "tied head",
                     "Untie the head");
    }
    if (!(config.dropout >= 0) || config.dropout > 0.9) {
        return wrong("Dropout must be between 0 and 0.9", "dropout", "0 switches it off");
    }
    if (parameterCount(config) > maxParameters) {
        return fail(
            ErrorCode::TooLarge,
            "The model would have " + std::to_string(parameterCount(config)) + " parameters",
            "layers, width", "Stay below 200 million");
    }
    return {};
}

std::size_t parameterCount(const TransformerConfig& config) {
    const std::size_t width = config.width;
    const std::size_t hidden = config.mlpWidth();
    const std::size_t norm = config.norm == NormKind::LayerNorm ? 2 * width : width;
    const std::size_t block =
        2 * norm + 4 * (width * width + width) + 2 * hidden * width + hidden + width;
    const std::size_t input = config.input == InputKind::Tokens ? config.vocabulary * width
                                                                : config.patchSize * width + width;
    const std::size_t head = config.tiedHead ? 0 : config.outputs * width;
    return input + config.context * width + config.layers * block + norm + head;
}

NLOHMANN_JSON_SERIALIZE_ENUM(InputKind,
                             {{InputKind::Tokens, "tokens"}, {InputKind::Patches, "patches"}})
NLOHMANN_JSON_SERIALIZE_ENUM(NormKind,
                             {{NormKind::LayerNorm, "layernorm"}, {NormKind::RmsNorm, "rmsnorm"}})
NLOHMANN_JSON_SERIALIZE_ENUM(ActivationKind,
                             {{ActivationKind::Gelu, "gelu"}, {ActivationKind::Silu, "silu"}})

std::string toJson(const TransformerConfig& config) {
    const nlohmann::ordered_json document = {
        {"input", config.input},
        {"vocabulary", config.vocabulary},
        {"patch_size", config.patchSize},
        {"context", config.context},
        {"outputs", config.outputs},
        {"layers", config.layers},
        {"width", config.width},
        {"heads", config.heads},
        {"mlp_ratio", config.mlpRatio},
        {"causal", config.causal},
        {"tied_head", config.tiedHead},
        {"pooled", config.pooled},
        {"norm", config.norm},
        {"activation", config.activation},
        {"dropout", config.dropout},
    };
    return document.dump();
}

Result<TransformerConfig> transformerConfigFromJson(std::string_view text) {
    TransformerConfig config;
    try {
        const nlohmann::json document = nlohmann::json::parse(text);
        document.at("input").get_to(config.input);
        document.at("vocabulary").get_to(config.vocabulary);
        document.at("patch_size").get_to(config.patchSize);
        document.at("context").get_to(config.context);
        document.at("outputs").get_to(config.outputs);
        document.at("layers").get_to(config.layers);
        document.at("width").get_to(config.width);
        document.at("heads").get_to(config.heads);
        document.at("mlp_ratio").get_to(config.mlpRatio);
        document.at("causal").get_to(config.causal);
        document.at("tied_head").get_to(config.tiedHead);
        document.at("pooled").get_to(config.pooled);
        document.at("norm").get_to(config.norm);
        document.at("activation").get_to(config.activation);
        document.at("dropout").get_to(config.dropout);
    } catch (const nlohmann::json::exception&) {
        return fail(ErrorCode::Malformed, "This is not a transformer's configuration", "config",
                    "Use a checkpoint that 'train' wrote");
    }
    if (auto valid = validate(config); !valid) {
        return tl::unexpected(valid.error());
    }
    return config;
}

}  // namespace zeropoint
