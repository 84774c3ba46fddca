// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/block_format.h"
#include "core/scheme/param_equation.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <cstddef>
#include <optional>

namespace zeropoint {

/// One value of a tensor on its way through a block format, with the block that it lies in.
struct BlockExample {
    const BlockFormat* format = nullptr;
    std::size_t block = 0;  ///< counted through the tensor, row by row
    int place = 0;          ///< of the value in its block
    float value = 0;
    BlockTerm term;
    float decoded = 0;
    /// How the scale came out of the block's values; nothing of MX and NVFP4, which take a power of
    /// two by a rule and a share of the tensor's scale, both from `largest`.
    std::optional<ScaleEquation> equation;
    double largest = 0;      ///< magnitude in the block
    double tensorScale = 1;  ///< NVFP4
};

/// The finite value of the tensor that is nearest to x. For a worker: it looks at all of them.
Result<BlockExample> blockExampleNear(const Tensor& tensor, double x, const QuantScheme& scheme,
                                      const Execution& execution);

}  // namespace zeropoint
