// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <cstdint>
#include <optional>
#include <string>

namespace zeropoint {

/// A transformer's figures as its config.json gives them; what is not there stays empty.
/// The names of LLaMA's, GPT-2's, OPT's and MPT's families are known.
struct ModelConfig {
    std::string modelType;  ///< "llama"
    std::string dtype;      ///< "bfloat16"
    std::optional<std::int64_t> layers;
    std::optional<std::int64_t> hidden;
    std::optional<std::int64_t> heads;
    std::optional<std::int64_t> kvHeads;  ///< equals heads when the file does not say
    std::optional<std::int64_t> headDim;  ///< hidden / heads when the file does not say
    std::optional<std::int64_t> intermediate;
    std::optional<std::int64_t> vocabulary;
    std::optional<std::int64_t> context;
    bool tiedEmbeddings = false;
};

/// Reads config.json: the file itself, or the one in a model's folder. NotFound, Malformed.
Result<ModelConfig> readModelConfig(const std::string& path);

}  // namespace zeropoint
