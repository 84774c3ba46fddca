// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/conversion_note.h"
#include "core/files/gguf/gguf_entry.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <filesystem>
#include <string_view>
#include <vector>

namespace zeropoint {

/// Adds the vocabulary of a folder's tokenizer.json as keys tokenizer.ggml.*, filled up to
/// `vocabulary` tokens, which is how many rows the embedding has. A byte-pair encoding that falls
/// back to bytes becomes llama.cpp's "llama" (SentencePiece): its score of a token is minus its
/// place behind the bytes, the order in which SentencePiece numbers what it merges. A byte-level
/// one becomes "gpt2" with its merges, its text cut up as `byteTokenizer` says. For everything else
/// the model is written without a vocabulary ("none": it is fed by token ids), with a note.
void addTokenizer(const std::filesystem::path& folder, const nlohmann::json& config,
                  std::size_t vocabulary, std::string_view byteTokenizer,
                  std::vector<GgufEntry>& entries, std::vector<ConversionNote>& notes);

}  // namespace zeropoint
