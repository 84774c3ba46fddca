// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/kv_cache.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {
namespace {

constexpr std::int64_t stateValueBytes = 4;
const double mostCacheBytes = std::ldexp(1.0, 60);

struct Widths {
    std::int64_t keys;
    std::int64_t values;
};

Widths latentWidths(const Architecture& a, CacheForm form) {
    const LatentAttention& l = *a.latent;
    if (form == CacheForm::Expanded || form == CacheForm::EveryHead) {
        return {a.heads * (l.nopeDim + l.ropeDim), a.heads * l.valueDim};
    }
    return {l.kvRank + l.ropeDim, form == CacheForm::LatentTransposed ? l.kvRank : 0};
}

Widths widthsOf(const Architecture& a, LayerKind kind, CacheForm form) {
    if (a.latent) {
        return latentWidths(a, form);
    }
    const FullLayerHeads own = headsOf(a, kind);
    const std::int64_t heads = form == CacheForm::EveryHead ? a.heads : own.kvHeads;
    return {heads * own.headDim, heads * own.headDim};
}

Result<std::int64_t> halfBytes(const CacheGroup& group, std::int64_t width,
                               const StoredFormat& format) {
    if (width == 0) {
        return 0;
    }
    const auto row = bytesOf(format, 1, width);
    if (!row) {
        return row;
    }
    const double slots = static_cast<double>(group.count) * static_cast<double>(group.cells) *
                         static_cast<double>(group.sequences);
    if (slots * static_cast<double>(*row) > mostCacheBytes) {
        return fail(ErrorCode::TooLarge, "The cache would be larger than 2^60 bytes",
                    std::to_string(group.cells) + " cells", "Give a shorter context");
    }
    return group.count * group.cells * group.sequences * *row;
}

}  // namespace

std::vector<CacheGroup> cacheGroups(const Architecture& a, const CacheSettings& settings) {
    CacheGroup full{"full", 0, settings.cells.value_or(settings.context), settings.sequences, 0, 0};
    CacheGroup window = full;
    window.layers = "window";
    window.cells = settings.windowCells.value_or(std::min(settings.context, a.window));
    for (const LayerKind kind : a.layers) {
        if (isAttention(kind)) {
            CacheGroup& group = isWindowed(kind) ? window : full;
            const Widths widths = widthsOf(a, kind, settings.form);
            group.keyWidth = widths.keys;
            group.valueWidth = widths.values;
            ++group.count;
        }
    }
    std::vector<CacheGroup> groups;
    for (const CacheGroup& group : {full, window}) {
        if (group.count > 0 && group.cells > 0) {
            groups.push_back(group);
        }
    }
    return groups;
}

Result<CacheBytes> cacheBytes(const CacheGroup& group, const StoredFormat& keys,
                              const StoredFormat& values) {
    const auto keyBytes = halfBytes(group, group.keyWidth, keys);
    const auto valueBytes = halfBytes(group, group.valueWidth, values);
    if (!keyBytes || !valueBytes) {
        return tl::unexpected(keyBytes ? valueBytes.error() : keyBytes.error());
    }
    return CacheBytes{*keyBytes, *valueBytes};
}

std::int64_t recurrentStateBytes(const Architecture& a, std::int64_t sequences) {
    std::int64_t values = 0;
    for (const LayerKind kind : a.layers) {
        if (kind == LayerKind::DeltaRule) {
            const DeltaRule& d = *a.deltaRule;
            const std::int64_t convolved = 2 * d.keyHeads * d.keyDim + d.valueHeads * d.valueDim;
            values += d.valueHeads * d.keyDim * d.valueDim + (d.convolution - 1) * convolved;
        } else if (kind == LayerKind::StateSpace) {
            const StateSpace& s = *a.stateSpace;
            values += s.expand * a.hidden * (s.state + s.convolution - 1);
        }
    }
    return values * stateValueBytes * sequences;
}

}  // namespace zeropoint
