// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/config_families_private.h"

namespace zeropoint {
namespace {

using enum NormWeights;

// type, norm, norms a layer, norms on queries and keys, biases (QKV, others), gated, tied,
// positions
constexpr ConfigFamily families[] = {
    {"llama", Scale, 2, QkNorm::None, false, false, true, false, -1, nullptr},
    {"mistral", Scale, 2, QkNorm::None, false, false, true, false, -1, readWindow},
    {"mixtral", Scale, 2, QkNorm::None, false, false, true, false, -1, readExperts},
    {"qwen2", Scale, 2, QkNorm::None, true, false, true, false, -1, nullptr},
    {"qwen3", Scale, 2, QkNorm::Head, false, false, true, false, -1, nullptr},
    {"qwen3_moe", Scale, 2, QkNorm::Head, false, false, true, false, -1, readExperts},
    {"qwen3_next", Scale, 2, QkNorm::Head, false, false, true, false, -1, readDeltaRule},
    {"qwen3_5_text", Scale, 2, QkNorm::Head, false, false, true, false, -1, readDeltaRule},
    {"qwen3_5_moe_text", Scale, 2, QkNorm::Head, false, false, true, false, -1, readDeltaRule},
    {"llama4_text", Scale, 2, QkNorm::None, false, false, true, false, -1, readLlama4},
    {"jamba", Scale, 2, QkNorm::None, false, false, true, false, -1, readJamba},
    {"gemma", Scale, 2, QkNorm::None, false, false, true, true, -1, readGemma},
    {"gemma2", Scale, 4, QkNorm::None, false, false, true, true, -1, readGemma},
    {"gemma3_text", Scale, 4, QkNorm::Head, false, false, true, true, -1, readGemma},
    {"gemma3", Scale, 4, QkNorm::Head, false, false, true, true, -1, readGemma},
    {"phi", ScaleAndShift, 1, QkNorm::None, true, true, false, false, -1, readPhi},
    {"phi3", Scale, 2, QkNorm::None, false, false, true, false, -1, readWindow},
    {"gpt2", ScaleAndShift, 2, QkNorm::None, true, true, false, true, 0, nullptr},
    {"gpt_neox", ScaleAndShift, 2, QkNorm::None, true, true, false, false, -1, nullptr},
    {"opt", ScaleAndShift, 2, QkNorm::None, true, true, false, true, 2, readOpt},
    {"falcon", ScaleAndShift, 1, QkNorm::None, false, false, false, true, -1, readFalcon},
    {"mpt", Scale, 2, QkNorm::None, false, false, false, true, -1, readMpt},
    {"gpt_bigcode", ScaleAndShift, 2, QkNorm::None, true, true, false, true, 0, readBigCode},
    {"starcoder2", ScaleAndShift, 2, QkNorm::None, true, true, false, true, -1, readWindow},
    {"olmo", None, 0, QkNorm::None, false, false, true, false, -1, readOlmo},
    {"olmo2", Scale, 2, QkNorm::Full, false, false, true, false, -1, nullptr},
    {"olmo3", Scale, 2, QkNorm::Full, false, false, true, false, -1, readWindow},
    {"olmoe", Scale, 2, QkNorm::Full, false, false, true, false, -1, readExperts},
    {"deepseek_v2", Scale, 2, QkNorm::None, false, false, true, false, -1, readLatent},
    {"deepseek_v3", Scale, 2, QkNorm::None, false, false, true, false, -1, readLatent},
    {"kimi_k2", Scale, 2, QkNorm::None, false, false, true, false, -1, readLatent},
    {"gpt_oss", Scale, 2, QkNorm::None, true, false, true, false, -1, readGptOss},
    {"glm4", Scale, 4, QkNorm::None, false, false, true, false, -1, readGlm4},
    {"bitnet", Scale, 2, QkNorm::None, false, false, true, true, -1, readBitNet},
};

}  // namespace

const ConfigFamily* findConfigFamily(std::string_view type) {
    for (const ConfigFamily& family : families) {
        if (family.type == type) {
            return &family;
        }
    }
    return nullptr;
}

std::string configFamilyNames() {
    std::string names;
    for (const ConfigFamily& family : families) {
        names += (names.empty() ? "" : ", ") + std::string(family.type);
    }
    return names;
}

}  // namespace zeropoint
