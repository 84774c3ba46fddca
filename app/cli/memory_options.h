// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/memory_choices.h"

#include <cstdint>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace zeropoint::cli {

/// The options of `memory` as they were typed; what is absent gets its default in the core.
struct MemoryOptions {
    bool list = false;
    std::string params;
    std::string model;
    std::string config;
    std::string catalogue;   ///< architectures of the user's own
    std::string deviceFile;  ///< devices of the user's own
    std::string device;
    MemoryChoices choices;

    std::optional<std::int64_t> layers, hidden, heads, kvHeads, headDim, ffn, vocabulary;
};

void addMemoryOptions(CLI::App& verb, MemoryOptions& options);

}  // namespace zeropoint::cli
