// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/model_totals.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace zeropoint {

bool isShapeKnown(const TensorInfo& info) {
    // Who writes with us writes the shape down, a scalar's too.
    const bool own = info.packed != nullptr && info.packed->by == "zeropoint";
    return own || !info.shape.empty() ||
           (info.dtype != DType::Unknown && info.dtype != DType::Block);
}

ModelTotals totalsOf(std::span<const TensorInfo> tensors) {
    ModelTotals totals;
    std::unordered_map<std::string_view, std::size_t> places;
    for (const TensorInfo& info : tensors) {
        const bool counts =
            info.shares.empty() && info.role == TensorRole::Weight && isShapeKnown(info);
        const auto parameters =
            counts ? static_cast<std::uint64_t>(std::max<std::int64_t>(info.elements(), 0)) : 0;
        const std::uint64_t bytes = info.shares.empty() ? info.bytes : 0;
        // A file may name as many types as it has tensors.
        const auto place = places.emplace(info.dtypeText, totals.byDType.size()).first->second;
        if (place == totals.byDType.size()) {
            totals.byDType.push_back({info.dtypeText, 0, 0, 0});
        }
        DTypeShare& share = totals.byDType[place];
        ++share.tensors;
        share.parameters += parameters;
        share.bytes += bytes;
        totals.parameters += parameters;
        totals.bytes += bytes;
    }
    std::ranges::stable_sort(totals.byDType, std::ranges::greater(), &DTypeShare::bytes);
    return totals;
}

}  // namespace zeropoint
