// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/known_names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

namespace zeropoint {
namespace {

struct Renamed {
    std::string_view from;
    std::string_view to;
};

constexpr std::array hfOutside = std::to_array<Renamed>({
    {"embed_tokens", "token_embd"},
    {"wte", "token_embd"},
    {"wpe", "position_embd"},
    {"norm", "output_norm"},
    {"ln_f", "output_norm"},
    {"final_layernorm", "output_norm"},
    {"lm_head", "output"},
    {"word_embeddings", "token_embd"},
    {"embed_in", "token_embd"},
    {"embed_out", "output"},
    {"final_layer_norm", "output_norm"},
    {"norm_f", "output_norm"},
    // What is trained here, which GGUF holds as GPT-2.
    {"tok_emb", "token_embd"},
    {"pos_emb", "position_embd"},
    {"head", "output"},
});

constexpr std::array hfInBlock = std::to_array<Renamed>({
    {"input_layernorm", "attn_norm"},
    {"ln_1", "attn_norm"},
    {"self_attn.q_proj", "attn_q"},
    {"self_attn.k_proj", "attn_k"},
    {"self_attn.v_proj", "attn_v"},
    {"self_attn.qkv_proj", "attn_qkv"},
    {"attn.c_attn", "attn_qkv"},
    {"self_attention.query_key_value", "attn_qkv"},
    {"attention.query_key_value", "attn_qkv"},
    {"attn.Wqkv", "attn_qkv"},
    {"self_attn.o_proj", "attn_output"},
    {"self_attention.dense", "attn_output"},
    {"attention.dense", "attn_output"},
    {"attn.out_proj", "attn_output"},
    {"self_attn.dense", "attn_output"},
    {"attn.c_proj", "attn_output"},
    {"self_attn.q_norm", "attn_q_norm"},
    {"self_attn.k_norm", "attn_k_norm"},
    {"self_attn.q_layernorm", "attn_q_norm"},
    {"self_attn.k_layernorm", "attn_k_norm"},
    {"post_attention_layernorm", "ffn_norm"},
    {"pre_feedforward_layernorm", "ffn_norm"},
    {"post_feedforward_layernorm", "post_ffw_norm"},
    {"ln_2", "ffn_norm"},
    {"ln_mlp", "attn_norm"},
    {"ln_attn", "attn_norm_2"},
    {"norm_1", "attn_norm"},
    {"norm_2", "ffn_norm"},
    {"mlp.gate_proj", "ffn_gate"},
    {"mlp.up_proj", "ffn_up"},
    {"mlp.down_proj", "ffn_down"},
    {"mlp.gate_up_proj", "ffn_up"},
    {"mlp.fc1", "ffn_up"},
    {"mlp.fc2", "ffn_down"},
    {"mlp.dense_h_to_4h", "ffn_up"},
    {"mlp.dense_4h_to_h", "ffn_down"},
    {"ffn.up_proj", "ffn_up"},
    {"ffn.down_proj", "ffn_down"},
    {"mlp.c_fc", "ffn_up"},
    {"mlp.c_proj", "ffn_down"},
    {"mlp.w1", "ffn_up"},
    {"mlp.w2", "ffn_gate"},
    {"mlp.gate", "ffn_gate_inp"},
    {"mlp.shared_expert_gate", "ffn_gate_inp_shexp"},
    {"mlp.shared_expert.gate_proj", "ffn_gate_shexp"},
    {"mlp.shared_expert.up_proj", "ffn_up_shexp"},
    {"mlp.shared_expert.down_proj", "ffn_down_shexp"},
    {"block_sparse_moe.gate", "ffn_gate_inp"},
    {"ln1", "attn_norm"},
    {"attn.q", "attn_q"},
    {"attn.k", "attn_k"},
    {"attn.v", "attn_v"},
    {"attn.o", "attn_output"},
    {"ln2", "ffn_norm"},
    {"ff1", "ffn_up"},
    {"ff2", "ffn_down"},
});

/// Of one expert, behind "mlp.experts.3." (Qwen) or "block_sparse_moe.experts.3." (Mixtral).
constexpr std::array hfOfExpert = std::to_array<Renamed>({
    {"gate_proj", "ffn_gate"},
    {"up_proj", "ffn_up"},
    {"down_proj", "ffn_down"},
    {"w1", "ffn_gate"},
    {"w2", "ffn_down"},
    {"w3", "ffn_up"},
});

constexpr std::array metaOutside = std::to_array<Renamed>({
    {"tok_embeddings", "token_embd"},
    {"norm", "output_norm"},
    {"output", "output"},
});

constexpr std::array metaInBlock = std::to_array<Renamed>({
    {"attention_norm", "attn_norm"},
    {"attention.wq", "attn_q"},
    {"attention.wk", "attn_k"},
    {"attention.wv", "attn_v"},
    {"attention.wo", "attn_output"},
    {"ffn_norm", "ffn_norm"},
    {"feed_forward.w1", "ffn_gate"},
    {"feed_forward.w2", "ffn_down"},
    {"feed_forward.w3", "ffn_up"},
});

std::string_view renamed(std::span<const Renamed> table, std::string_view name) {
    const auto found = std::ranges::find(table, name, &Renamed::from);
    return found == table.end() ? std::string_view() : found->to;
}

/// What wrappers of a model put in front of its own names.
std::string_view withoutPrefixes(std::string_view name) {
    constexpr std::array prefixes = {"base_model.", "model.",     "transformer.", "language_model.",
                                     "module.",     "_orig_mod.", "state_dict.",  "gpt_neox."};
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view prefix : prefixes) {
            if (name.starts_with(prefix)) {
                name.remove_prefix(prefix.size());
                again = true;
            }
        }
    }
    return name;
}

bool isNumber(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// "ffn_up.3" of "mlp.experts.3.up_proj"; empty for what is no expert's.
std::string ofExpert(std::string_view rest) {
    for (const std::string_view prefix : {"mlp.experts.", "block_sparse_moe.experts."}) {
        if (!rest.starts_with(prefix)) {
            continue;
        }
        const std::string_view own = rest.substr(prefix.size());
        const std::size_t point = std::min(own.find('.'), own.size());
        const std::string_view number = own.substr(0, point);
        const std::string_view to =
            renamed(hfOfExpert, own.substr(std::min(point + 1, own.size())));
        if (isNumber(number) && !to.empty()) {
            return std::string(to) + "." + std::string(number);
        }
    }
    return {};
}

/// Takes "layers.", "h." or "blocks." and the number behind it from the front; empty when they are
/// not there.
std::string_view takeBlock(std::string_view& name) {
    for (const std::string_view prefix : {"layers.", "h.", "blocks."}) {
        if (!name.starts_with(prefix)) {
            continue;
        }
        const std::size_t end = name.find('.', prefix.size());
        const std::string_view number = name.substr(prefix.size(), end - prefix.size());
        if (end != std::string_view::npos && isNumber(number)) {
            name.remove_prefix(end + 1);
            return number;
        }
    }
    return {};
}

}  // namespace

std::string canonicalName(std::string_view name, const NameContext& context) {
    if (context.spelling == Spelling::Gguf) {
        return std::string(name);
    }
    const bool meta = context.spelling == Spelling::Meta;
    name = withoutPrefixes(name);
    const std::size_t point = name.rfind('.');
    const std::string_view kind = point == std::string_view::npos ? "" : name.substr(point);
    if (kind != ".weight" && kind != ".bias") {
        return {};
    }
    std::string_view rest = name.substr(0, point);
    const std::string_view block = takeBlock(rest);
    if (block.empty()) {
        const std::string_view to = meta ? renamed(metaOutside, rest) : renamed(hfOutside, rest);
        return to.empty() ? std::string() : std::string(to) + std::string(kind);
    }
    std::string to(meta ? renamed(metaInBlock, rest) : renamed(hfInBlock, rest));
    if (context.sandwichNorms && rest == "post_attention_layernorm") {
        to = "post_attention_norm";
    }
    if (to.empty() && !meta) {
        to = ofExpert(rest);
    }
    return to.empty() ? std::string() : "blk." + std::string(block) + "." + to + std::string(kind);
}

std::optional<ExpertName> expertOf(std::string_view canonical) {
    const std::string_view role = roleInBlock(canonical);
    const std::size_t first = role.find('.');
    const std::size_t second = first == std::string_view::npos ? first : role.find('.', first + 1);
    if (second == std::string_view::npos || role.size() == canonical.size()) {
        return std::nullopt;
    }
    const std::string_view number = role.substr(first + 1, second - first - 1);
    std::int64_t expert = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), expert);
    if (!isNumber(number) || error != std::errc()) {
        return std::nullopt;
    }
    const std::string_view block = canonical.substr(0, canonical.size() - role.size());
    return ExpertName{std::string(block) + std::string(role.substr(0, first)) + "_exps" +
                          std::string(role.substr(second)),
                      expert};
}

std::string_view roleInBlock(std::string_view canonical) {
    constexpr std::string_view prefix = "blk.";
    const std::size_t point =
        canonical.starts_with(prefix) ? canonical.find('.', prefix.size()) : std::string_view::npos;
    return point == std::string_view::npos ? canonical : canonical.substr(point + 1);
}

}  // namespace zeropoint
