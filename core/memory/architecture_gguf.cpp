// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_file.h"
#include "core/memory/architecture_config.h"
#include "core/support/in_quotes.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace zeropoint {
namespace {

using Json = nlohmann::json;

struct Name {
    std::string_view gguf;
    const char* config;
};

constexpr Name architectures[] = {
    {"llama", "llama"},
    {"qwen2", "qwen2"},
    {"qwen3", "qwen3"},
    {"qwen3moe", "qwen3_moe"},
    {"gemma", "gemma"},
    {"gemma2", "gemma2"},
    {"gemma3", "gemma3_text"},
    {"phi2", "phi"},
    {"phi3", "phi3"},
    {"gpt2", "gpt2"},
    {"gptneox", "gpt_neox"},
    {"falcon", "falcon"},
    {"mpt", "mpt"},
    {"starcoder", "gpt_bigcode"},
    {"starcoder2", "starcoder2"},
    {"olmo", "olmo"},
    {"olmo2", "olmo2"},
    {"olmoe", "olmoe"},
    {"deepseek2", "deepseek_v3"},
    {"gpt-oss", "gpt_oss"},
    {"glm4", "glm4"},
};

constexpr Name keys[] = {
    {"block_count", "num_hidden_layers"},
    {"embedding_length", "hidden_size"},
    {"feed_forward_length", "intermediate_size"},
    {"attention.head_count", "num_attention_heads"},
    {"attention.head_count_kv", "num_key_value_heads"},
    {"attention.key_length", "head_dim"},
    {"attention.sliding_window", "sliding_window"},
    {"attention.q_lora_rank", "q_lora_rank"},
    {"attention.kv_lora_rank", "kv_lora_rank"},
    {"attention.value_length", "v_head_dim"},
    // Files since latent attention is run in its compact form: the two before are that form's.
    {"attention.key_length_mla", "head_dim"},
    {"attention.value_length_mla", "v_head_dim"},
    {"rope.dimension_count", "qk_rope_head_dim"},
    {"context_length", "max_position_embeddings"},
    {"expert_count", "num_local_experts"},
    {"expert_used_count", "num_experts_per_tok"},
    {"expert_feed_forward_length", "moe_intermediate_size"},
    {"expert_shared_count", "n_shared_experts"},
    {"leading_dense_block_count", "first_k_dense_replace"},
};

std::string valueOf(const WeightFile& file, const std::string& key) {
    for (const auto& [name, value] : file.metadata()) {
        if (name == key) {
            return value;
        }
    }
    return {};
}

/// A whole number. False for something else under that key, such as a list with one for each layer.
bool copyNumber(const WeightFile& file, const std::string& key, const char* to, Json& config) {
    const std::string text = valueOf(file, key);
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (!text.empty() && error == std::errc() && end == text.data() + text.size()) {
        config[to] = number;
        return true;
    }
    return text.empty();
}

tl::unexpected<Error> differsByLayer(const WeightFile& file, const std::string& key) {
    return fail(ErrorCode::Unsupported, inQuotes(key) + " differs from layer to layer", file.path(),
                "Give the sizes by hand");
}

const Shape* shapeOf(const WeightFile& file, std::string_view name) {
    const auto index = file.find(name);
    return index ? &file.tensors()[*index].shape : nullptr;
}

/// DeepSeek-V3's bias by which experts are chosen, in its last layer.
bool hasSelectionBias(const WeightFile& file, const Json& config) {
    const auto layers = config.value("num_hidden_layers", std::uint64_t{1});
    const std::string name = "blk." + std::to_string(layers - 1) + ".exp_probs_b";
    return shapeOf(file, name + ".bias") != nullptr || shapeOf(file, name) != nullptr;
}

/// KV heads where the metadata list them by layer: those of every layer's matrix of keys, if one
/// number. Nothing where they are not alike.
std::optional<std::uint64_t> listedKvHeads(const WeightFile& file, const Json& config) {
    const auto number = [&](const char* key) { return config.value(key, std::uint64_t{0}); };
    const std::uint64_t heads = number("num_attention_heads");
    const std::uint64_t width = std::max(
        config.value("head_dim", heads > 0 ? number("hidden_size") / heads : 0), std::uint64_t{1});
    const std::string part = ".attn_k.weight";
    const Shape* first = shapeOf(file, "blk.0" + part);
    for (std::uint64_t layer = 0; layer < number("num_hidden_layers"); ++layer) {
        const Shape* keys = shapeOf(file, "blk." + std::to_string(layer) + part);
        if (keys == nullptr || keys->size() != 2 || *keys != *first) {
            return std::nullopt;
        }
    }
    return first != nullptr ? std::optional(static_cast<std::uint64_t>((*first)[0]) / width)
                            : std::nullopt;
}

Result<void> copyNumbers(const WeightFile& file, const std::string& architecture, Json& config) {
    std::vector<const Name*> listed;
    for (const Name& key : keys) {
        if (!copyNumber(file, architecture + '.' + std::string(key.gguf), key.config, config)) {
            listed.push_back(&key);
        }
    }
    for (const Name* key : listed) {
        const bool kvHeads = std::string_view(key->config) == "num_key_value_heads";
        const auto alike = kvHeads ? listedKvHeads(file, config) : std::nullopt;
        if (!alike) {
            return differsByLayer(file, architecture + '.' + std::string(key->gguf));
        }
        config[key->config] = *alike;
    }
    return {};
}

/// Keys that mean something else in some architectures, and what their tensors alone tell.
void correct(const std::string& architecture, const WeightFile& file, Json& config) {
    if (architecture == "falcon") {
        const bool secondNorm = shapeOf(file, "blk.0.attn_norm_2.weight") != nullptr;
        config["new_decoder_architecture"] =
            config.value("num_key_value_heads", 1) > 1 || secondNorm;
        config["num_ln_in_parallel_attn"] = secondNorm ? 2 : 1;
    }
    if (architecture == "glm4") {
        config["attention_bias"] = shapeOf(file, "blk.0.attn_q.bias") != nullptr;
    }
    if (architecture == "deepseek2" && hasSelectionBias(file, config)) {
        config["topk_method"] = "noaux_tc";
    }
    if (architecture == "deepseek2" && config.contains("head_dim") &&
        config.contains("qk_rope_head_dim")) {
        const auto whole = config["head_dim"].get<std::uint64_t>();
        const auto rope = config["qk_rope_head_dim"].get<std::uint64_t>();
        config["qk_nope_head_dim"] = whole > rope ? whole - rope : 0;
    }
    if (architecture == "llama" && config.value("num_local_experts", 0) > 0) {
        config["model_type"] = "mixtral";
    }
}

}  // namespace

Result<Architecture> readGgufArchitecture(const std::string& path) {
    const auto opened = openWeightFile(path);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    const WeightFile& file = **opened;
    const std::string architecture = valueOf(file, "general.architecture");
    const auto known = std::find_if(std::begin(architectures), std::end(architectures),
                                    [&](const Name& name) { return name.gguf == architecture; });
    if (known == std::end(architectures)) {
        return fail(ErrorCode::Unsupported,
                    "The architecture " + inQuotes(architecture) + " is not known", path,
                    "Give the sizes by hand");
    }
    Json config = {{"model_type", known->config},
                   {"tie_word_embeddings", shapeOf(file, "output.weight") == nullptr},
                   {"attention_bias", shapeOf(file, "blk.0.attn_output.bias") != nullptr},
                   {"mlp_bias", shapeOf(file, "blk.0.ffn_down.bias") != nullptr}};
    if (auto copied = copyNumbers(file, architecture, config); !copied) {
        return tl::unexpected(copied.error());
    }
    if (const Shape* embedding = shapeOf(file, "token_embd.weight");
        embedding != nullptr && embedding->size() == 2) {
        config["vocab_size"] = static_cast<std::uint64_t>((*embedding)[0]);
    }
    correct(architecture, file, config);
    return parseArchitectureConfig(config.dump(), path);
}

}  // namespace zeropoint
