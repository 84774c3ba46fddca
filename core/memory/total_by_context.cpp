// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/estimate_rows_private.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {

TotalByContext::TotalByContext(const MemoryRequest& request, const MemoryEstimate& estimate)
    : m_request(request), m_fixed(estimate.total() - estimate.kvCache - estimate.activations) {
    for (const MemoryRow& row : estimate.rows) {
        if (row.kind == MemoryRowKind::StepTemporary) {
            m_fixed -= row.bytes;
            m_temporary = std::llround(row.each * static_cast<double>(row.count));
        }
        if (row.kind == MemoryRowKind::FakeQuantizedWeights ||
            row.kind == MemoryRowKind::DequantizedMatrix) {
            m_fixedActivations += row.bytes;
        }
    }
}

Result<std::int64_t> TotalByContext::total(std::int64_t context) const {
    MemoryRequest at = m_request;
    at.cache.context = context;
    if (auto sound = checkContext(at); !sound) {
        return tl::unexpected(sound.error());
    }
    const auto tokens = activationBytes(at);
    if (!tokens) {
        return tokens;
    }
    std::int64_t cache = 0;
    if (at.mode == MemoryMode::Inference && at.architecture) {
        for (const CacheGroup& group : cacheGroups(*at.architecture, at.cache)) {
            const auto bytes = cacheBytes(group, at.cache.keyFormat, at.cache.valueFormat);
            if (!bytes) {
                return tl::unexpected(bytes.error());
            }
            cache += bytes->total();
        }
    }
    const std::int64_t activations = *tokens + m_fixedActivations;
    return m_fixed + cache + activations + std::max<std::int64_t>(0, m_temporary - activations);
}

}  // namespace zeropoint
