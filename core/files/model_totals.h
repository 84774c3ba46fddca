// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/stored_tensor.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace zeropoint {

/// Whether the file tells how many values there are. Of a tensor whose shard is missing or whose
/// packed parts contradict each other nothing may be known but the name: no shape, which is not
/// that of a scalar.
bool isShapeKnown(const TensorInfo& info);

/// What the tensors of one dtype add up to.
struct DTypeShare {
    std::string dtype;  ///< as the file calls it
    std::uint64_t tensors = 0;
    std::uint64_t parameters = 0;
    std::uint64_t bytes = 0;
};

/// Sums over the tensors of a file.
struct ModelTotals {
    /// Values of the weights, each counted once: without buffers, optimizer state, averaged copies,
    /// scales, those of an unknown shape, and tensors that share the bytes of another.
    std::uint64_t parameters = 0;
    std::uint64_t bytes = 0;          ///< of all tensors, shared ones once
    std::vector<DTypeShare> byDType;  ///< most bytes first
};

ModelTotals totalsOf(std::span<const TensorInfo> tensors);

}  // namespace zeropoint
