// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/config_families_private.h"

namespace zeropoint {
namespace {

struct Defaults {
    std::string_view type;
    const char* config;
};

constexpr Defaults defaults[] = {
    {"llama", R"({"vocab_size": 32000, "hidden_size": 4096, "intermediate_size": 11008,
        "num_hidden_layers": 32, "num_attention_heads": 32, "max_position_embeddings": 2048})"},
    {"mistral", R"({"vocab_size": 32000, "hidden_size": 4096, "intermediate_size": 14336,
        "num_hidden_layers": 32, "num_attention_heads": 32, "num_key_value_heads": 8,
        "max_position_embeddings": 131072, "sliding_window": 4096})"},
    {"gemma3_text", R"({"vocab_size": 262208, "hidden_size": 2304, "intermediate_size": 9216,
        "num_hidden_layers": 26, "num_attention_heads": 8, "num_key_value_heads": 4,
        "head_dim": 256, "max_position_embeddings": 131072, "sliding_window": 4096})"},
    {"llama4_text", R"({"vocab_size": 202048, "hidden_size": 5120, "intermediate_size": 8192,
        "intermediate_size_mlp": 16384, "num_hidden_layers": 48, "num_attention_heads": 40,
        "num_key_value_heads": 8, "head_dim": 128, "max_position_embeddings": 131072,
        "num_experts_per_tok": 1, "num_local_experts": 16, "attention_chunk_size": 8192})"},
};

}  // namespace

nlohmann::json textConfigDefaults(std::string_view type) {
    for (const Defaults& row : defaults) {
        if (row.type == type) {
            return nlohmann::json::parse(row.config);
        }
    }
    return nlohmann::json::object();
}

}  // namespace zeropoint
