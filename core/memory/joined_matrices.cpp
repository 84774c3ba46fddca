// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/joined_matrices.h"

#include <algorithm>

namespace zeropoint {
namespace {

using enum WeightRole;

struct FamilyRow {
    std::vector<std::string_view> families;  ///< as the catalogue and config.json call them
    JoinedMatrix matrix;
};

const std::vector<FamilyRow>& rows() {
    static const std::vector<FamilyRow> all = {
        {{"gpt2", "qwen", "starcoder", "gpt_bigcode"}, {"c_attn", {Query, Key, Value}}},
        {{"falcon", "pythia", "gpt_neox"}, {"query_key_value", {Query, Key, Value}}},
        {{"mpt"}, {"Wqkv", {Query, Key, Value}}},
        {{"phi3"}, {"qkv_proj", {Query, Key, Value}}},
        {{"phi3", "glm4"}, {"gate_up_proj", {Gate, Up}}},
        {{"gpt-oss", "gpt_oss", "llama4", "llama4_text"}, {"gate_up_proj", {ExpertGate, ExpertUp}}},
    };
    return all;
}

template <typename Range, typename Value>
bool has(const Range& range, const Value& value) {
    return std::find(range.begin(), range.end(), value) != range.end();
}

}  // namespace

const JoinedMatrix* joinedMatrix(std::string_view family, WeightRole role) {
    for (const FamilyRow& row : rows()) {
        if (has(row.families, family) && has(row.matrix.roles, role)) {
            return &row.matrix;
        }
    }
    return nullptr;
}

// Query, key and value in one module and the output gate in another; the two gates of the state
// each in its own (Qwen3_5GatedDeltaNet), which Qwen3-Next joins.
std::int64_t modulesOf(std::string_view family, WeightRole role) {
    const bool apart =
        family == "qwen3.5" || family == "qwen3_5_text" || family == "qwen3_5_moe_text";
    return apart && (role == MixerIn || role == MixerStep) ? 2 : 1;
}

}  // namespace zeropoint
