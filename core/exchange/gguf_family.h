// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/conversion_note.h"
#include "core/files/gguf/gguf_entry.h"
#include "core/files/weight_file.h"
#include "core/support/error.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace zeropoint {

/// Where a tensor of a Hugging Face folder stands in a GGUF file.
struct GgufPlace {
    std::string name;        ///< "blk.0.attn_q.weight"; empty: GGUF has no place for it
    std::int64_t heads = 0;  ///< not 0: rows of each head change from half-split to interleaved
};

/// What turns a folder of Hugging Face's into a file that llama.cpp runs.
struct GgufFamily {
    std::vector<GgufEntry> entries;
    std::vector<GgufPlace> places;  ///< one for each tensor of the file
    std::vector<ConversionNote> notes;
};

/// Reads config.json and the tokenizer beside a file of weights. Families: Llama and Mistral
/// (architecture "llama", whose rotation pairs neighbours: rows of q and k are interleaved), Qwen 2
/// and Qwen 3 (as stored). Nothing where there is no config.json, its model_type is another, a
/// figure that GGUF needs is missing or a tensor has no name there.
std::optional<GgufFamily> ggufFamilyOf(const WeightFile& file);

/// Row r of the interleaved weight is row order[r] of the half-split one. `rows` is a multiple of
/// 2 `heads`.
std::vector<std::size_t> interleavedRows(std::size_t rows, std::size_t heads);

}  // namespace zeropoint
