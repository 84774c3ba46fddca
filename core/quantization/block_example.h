// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/block_format.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <cstddef>

namespace zeropoint {

/// One value of a tensor on its way through a block format, with the block that it lies in.
struct BlockExample {
    const BlockFormat* format = nullptr;
    std::size_t block = 0;  ///< counted through the tensor, row by row
    int place = 0;          ///< of the value in its block
    float value = 0;
    BlockTerm term;
    float decoded = 0;
};

/// The finite value of the tensor that is nearest to x. For a worker: it looks at all of them.
Result<BlockExample> blockExampleNear(const Tensor& tensor, double x, const QuantScheme& scheme,
                                      const Execution& execution);

}  // namespace zeropoint
