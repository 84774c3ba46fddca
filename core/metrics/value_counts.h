// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/affine.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace zeropoint {

/// Counts in equal bins over [lo, hi]; what lies beyond is in the outermost ones, and NaN in none.
struct ValueCounts {
    static constexpr std::size_t bins = 4096;
    double lo = 0;
    double hi = 0;
    std::vector<std::uint64_t> counts;

    /// Nothing counted yet.
    static ValueCounts over(const RealRange& axis);
    void add(std::span<const float> values);
    /// Of the same axis.
    void join(const ValueCounts& other);

    /// Counts between ascending edges, those of a bin taken as evenly spread inside it.
    std::vector<double> between(std::span<const double> edges) const;
};

}  // namespace zeropoint
