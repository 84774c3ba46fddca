// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/tensor_place.h"

#include <algorithm>
#include <charconv>

namespace zeropoint {
namespace {

using enum WeightRole;

std::vector<std::string_view> partsOf(std::string_view name) {
    std::vector<std::string_view> parts;
    while (!name.empty()) {
        const std::size_t dot = std::min(name.find_first_of("./"), name.size());
        if (dot > 0) {
            parts.push_back(name.substr(0, dot));
        }
        name.remove_prefix(std::min(dot + 1, name.size()));
    }
    return parts;
}

std::optional<int> wholeNumber(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size() && number >= 0;
    return whole ? std::optional(number) : std::nullopt;
}

bool has(const std::vector<std::string_view>& parts, std::string_view wanted) {
    return std::find(parts.begin(), parts.end(), wanted) != parts.end();
}

struct Name {
    std::string_view part;
    std::vector<WeightRole> roles;
};

/// Parts of names that tell the role by themselves.
const std::vector<Name>& plainNames() {
    static const std::vector<Name> names = {
        {"qkv_proj", {Query, Key, Value}},
        {"c_attn", {Query, Key, Value}},
        {"query_key_value", {Query, Key, Value}},
        {"Wqkv", {Query, Key, Value}},
        {"attn_qkv", {Query, Key, Value}},
        {"gate_up_proj", {Gate, Up}},
        {"q_proj", {Query}},
        {"k_proj", {Key}},
        {"v_proj", {Value}},
        {"o_proj", {AttentionOut}},
        {"out_proj", {AttentionOut}},
        {"wq", {Query}},
        {"wk", {Key}},
        {"wv", {Value}},
        {"wo", {AttentionOut}},
        {"q_a_proj", {QueryDown}},
        {"q_b_proj", {QueryUp}},
        {"kv_a_proj_with_mqa", {KvDown}},
        {"kv_b_proj", {KvUp}},
        {"gate_proj", {Gate}},
        {"up_proj", {Up}},
        {"down_proj", {Down}},
        {"fc1", {Up}},
        {"fc2", {Down}},
        {"c_fc", {Up}},
        {"dense_h_to_4h", {Up}},
        {"dense_4h_to_h", {Down}},
        {"embed_tokens", {Embedding}},
        {"tok_embeddings", {Embedding}},
        {"wte", {Embedding}},
        {"embed_in", {Embedding}},
        {"word_embeddings", {Embedding}},
        {"wpe", {Positions}},
        {"embed_positions", {Positions}},
        {"lm_head", {Head}},
        {"embed_out", {Head}},
    };
    return names;
}

/// Roles of the FFN as they are called among experts.
WeightRole ofExperts(WeightRole role, bool shared) {
    switch (role) {
        case Gate:
            return shared ? SharedGate : ExpertGate;
        case Up:
            return shared ? SharedUp : ExpertUp;
        case Down:
            return shared ? SharedDown : ExpertDown;
        default:
            return role;
    }
}

/// Names that mean one thing in attention and another in the FFN.
std::optional<WeightRole> byNeighbour(const std::vector<std::string_view>& parts) {
    const bool feedForward = has(parts, "mlp") || has(parts, "feed_forward") || has(parts, "ffn") ||
                             has(parts, "experts");
    if (has(parts, "c_proj") || has(parts, "dense")) {
        return feedForward ? Down : AttentionOut;
    }
    const auto last = [&](std::string_view name) { return has(parts, name); };
    if (feedForward) {
        if (last("w1") || last("gate")) {
            // "mlp.gate" beside experts chooses them; within one it is a matrix.
            return last("w1") || !last("mlp") ? Gate : Router;
        }
        return last("w3") || last("up")     ? std::optional(Up)
               : last("w2") || last("down") ? std::optional(Down)
                                            : std::nullopt;
    }
    if (has(parts, "block_sparse_moe") && last("gate")) {
        return Router;
    }
    if (has(parts, "attn") || has(parts, "attention")) {
        return last("q")                  ? std::optional(Query)
               : last("k")                ? std::optional(Key)
               : last("v")                ? std::optional(Value)
               : last("o") || last("out") ? std::optional(AttentionOut)
                                          : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

std::optional<TensorPlace> placeOf(std::string_view name) {
    const std::vector<std::string_view> parts = partsOf(name);
    TensorPlace place;
    for (const std::string_view part : parts) {
        if (const auto number = wholeNumber(part)) {
            place.layer = *number;
            break;
        }
    }
    const bool shared = has(parts, "shared_expert") || has(parts, "shared_experts");
    const bool experts = has(parts, "experts") || shared;
    const auto among = [&](WeightRole role) { return experts ? ofExperts(role, shared) : role; };
    for (const std::string_view part : parts) {
        if (const WeightRole* role = findRole(part);
            role != nullptr && !(part == "output" && place.layer >= 0)) {
            place.roles = {*role};
            return place;
        }
        for (const Name& plain : plainNames()) {
            if (plain.part == part) {
                for (const WeightRole role : plain.roles) {
                    place.roles.push_back(among(role));
                }
                return place;
            }
        }
    }
    if (const auto role = byNeighbour(parts)) {
        place.roles = {among(*role)};
        return place;
    }
    return std::nullopt;
}

}  // namespace zeropoint
