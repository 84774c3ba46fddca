// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace zeropoint::cli {

/// The options of `memory` as they were typed; what is absent gets its default in memory_request.
struct MemoryOptions {
    bool list = false;
    std::string params;
    std::string model;
    std::string config;
    std::string catalogue;   ///< architectures of the user's own
    std::string deviceFile;  ///< devices of the user's own
    std::string device;
    std::string mode = "inference";

    std::optional<std::int64_t> layers, hidden, heads, kvHeads, headDim, ffn, vocabulary;

    std::string format;
    std::int64_t block = 0;
    std::int64_t doubleQuant = 0;
    std::string scaleFormat = "fp32";
    bool asymmetric = false;
    bool importanceMatrix = false;
    std::string embedding, head, norms;
    std::vector<std::string> types;  ///< "attn_v=q8_0"

    std::optional<std::int64_t> context, cells, windowCells;
    std::int64_t batch = 1;
    std::string kvFormat = "f16";
    std::string keyFormat, valueFormat;
    std::string cacheForm = "compact";

    std::int64_t rank = 8;
    std::vector<std::string> targets = {"q", "v"};
    std::string optimizer = "adamw";
    std::optional<double> bytesPerParameter;
    bool checkpointing = false;
    bool keepsScores = false;
    bool everyLogit = false;
    std::string activations = "bf16";
    std::int64_t microBatch = 512;
    std::int64_t overhead = 0;
};

void addMemoryOptions(CLI::App& verb, MemoryOptions& options);

}  // namespace zeropoint::cli
