// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/model_totals.h"

#include <algorithm>

namespace zeropoint {

ModelTotals totalsOf(std::span<const TensorInfo> tensors) {
    ModelTotals totals;
    for (const TensorInfo& info : tensors) {
        const bool counts = info.shares.empty() && info.role == TensorRole::Weight;
        const auto parameters =
            counts ? static_cast<std::uint64_t>(std::max<std::int64_t>(info.elements(), 0)) : 0;
        const std::uint64_t bytes = info.shares.empty() ? info.bytes : 0;
        auto share = std::ranges::find(totals.byDType, info.dtypeText, &DTypeShare::dtype);
        if (share == totals.byDType.end()) {
            share = totals.byDType.insert(share, {info.dtypeText, 0, 0, 0});
        }
        ++share->tensors;
        share->parameters += parameters;
        share->bytes += bytes;
        totals.parameters += parameters;
        totals.bytes += bytes;
    }
    std::ranges::stable_sort(totals.byDType, std::ranges::greater(), &DTypeShare::bytes);
    return totals;
}

}  // namespace zeropoint
