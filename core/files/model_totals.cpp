// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/model_totals.h"

#include <algorithm>

namespace zeropoint {

ModelTotals totalsOf(std::span<const TensorInfo> tensors) {
    ModelTotals totals;
    for (const TensorInfo& info : tensors) {
        const auto parameters =
            static_cast<std::uint64_t>(std::max<std::int64_t>(info.elements(), 0));
        auto share = std::ranges::find(totals.byDType, info.dtypeText, &DTypeShare::dtype);
        if (share == totals.byDType.end()) {
            share = totals.byDType.insert(share, {info.dtypeText, 0, 0, 0});
        }
        ++share->tensors;
        share->parameters += parameters;
        share->bytes += info.bytes;
        totals.parameters += parameters;
        totals.bytes += info.bytes;
    }
    std::ranges::stable_sort(totals.byDType, std::ranges::greater(), &DTypeShare::bytes);
    return totals;
}

}  // namespace zeropoint
