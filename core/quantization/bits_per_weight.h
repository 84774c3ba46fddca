// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>

namespace zeropoint {

/// 8 * bytes / values: all that is stored for them, over all of them. Of nothing it is undefined
/// (NaN), as every figure is.
inline double bitsPerWeightOf(std::uint64_t bytes, std::uint64_t values) {
    return values > 0 ? 8.0 * static_cast<double>(bytes) / static_cast<double>(values)
                      : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace zeropoint
