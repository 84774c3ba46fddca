// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/architecture.h"
#include "core/memory/stored_format.h"

#include <optional>
#include <string>
#include <vector>

namespace zeropoint {

/// What a runtime keeps of latent attention, or of shared heads.
enum class CacheForm {
    Compact,           ///< latent row of kvRank + ropeDim, no V; else the KV heads
    LatentTransposed,  ///< beside the latent row a transposed copy of its kvRank part
    Expanded,          ///< latent attention unfolded to keys and values of every head
    EveryHead,         ///< a key and a value for each query head, though heads share them
};

struct CacheSettings {
    std::int64_t context = 4096;
    std::int64_t sequences = 1;  ///< each with a cache of its own
    StoredFormat keyFormat;
    StoredFormat valueFormat;
    /// Slots that a layer keeps for a sequence: the context when absent, min(context, window) for
    /// windowed layers. 0 leaves those layers out.
    std::optional<std::int64_t> cells;
    std::optional<std::int64_t> windowCells;
    CacheForm form = CacheForm::Compact;
};

/// Layers that keep as many slots of the same widths.
struct CacheGroup {
    std::string layers;  ///< "full", "window"
    std::int64_t count = 0;
    std::int64_t cells = 0;
    std::int64_t sequences = 1;
    std::int64_t keyWidth = 0;  ///< values of one slot
    std::int64_t valueWidth = 0;
};

struct CacheBytes {
    std::int64_t keys = 0;
    std::int64_t values = 0;
    std::int64_t total() const { return keys + values; }
};

/// The groups of layers with a cache, full ones first; empty groups are left out.
std::vector<CacheGroup> cacheGroups(const Architecture& architecture,
                                    const CacheSettings& settings);

/// bytes = layers x cells x sequences x row, a slot of keys or values being a row of its format.
/// InvalidArgument where the format's blocks do not fill a row; TooLarge beyond 2^60 bytes.
Result<CacheBytes> cacheBytes(const CacheGroup& group, const StoredFormat& keys,
                              const StoredFormat& values);

/// States of delta-rule and state-space layers: FP32 whatever the cache's format, for each
/// sequence, the same at every context. Delta rule: valueHeads x keyDim x valueDim and the
/// convolution's last inputs; state space: inner x state and the same.
std::int64_t recurrentStateBytes(const Architecture& architecture, std::int64_t sequences);

}  // namespace zeropoint
