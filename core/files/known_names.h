// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zeropoint {

/// Who chose the names of a file's tensors.
enum class Spelling {
    Gguf,         ///< "blk.0.attn_q.weight"
    HuggingFace,  ///< "model.layers.0.self_attn.q_proj.weight",
                  ///< "transformer.h.0.attn.c_attn.weight"
    Meta,         ///< "layers.0.attention.wq.weight": Llama's and Mistral's own files
};

/// What tells apart names that mean different things in different families.
struct NameContext {
    Spelling spelling = Spelling::HuggingFace;
    /// Norms before and after both halves of a layer (Gemma 2 and 3): the one that follows the
    /// attention is then not the one before the feed-forward part.
    bool sandwichNorms = false;
};

/// The name that GGUF gives a tensor of the Llama, Qwen, Gemma, Phi, GPT-2, Falcon, MPT and
/// GPT-NeoX families (gguf-py/gguf/tensor_mapping.py), "blk.0.attn_q.weight"; empty for one that is
/// not known. Prefixes that wrappers put in front ("model.", "transformer.", "base_model.model.")
/// do not matter.
std::string canonicalName(std::string_view name, const NameContext& context);

/// Where GGUF keeps an expert whose tensor stands alone elsewhere.
struct ExpertName {
    std::string all;          ///< "blk.0.ffn_up_exps.weight", [experts, out, in]
    std::int64_t expert = 0;  ///< its place along the first axis
};

/// Of the name of a single expert, "blk.0.ffn_up.3.weight" (as the first GGUF files of Mixtral have
/// it and canonicalName() gives it); nothing for other names.
std::optional<ExpertName> expertOf(std::string_view canonical);

/// "attn_q.weight" of "blk.0.attn_q.weight"; a name outside the blocks as it is.
std::string_view roleInBlock(std::string_view canonical);

}  // namespace zeropoint
