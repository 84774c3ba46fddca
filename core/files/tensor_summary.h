// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/weight_file.h"
#include "core/statistics/summary.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace zeropoint {

/// The summary of one tensor of a file, read and forgotten piece by piece: memory does not grow
/// with the tensor. The result does not depend on the number of threads. Errors as
/// WeightFile::read.
Result<Summary> summarizeTensor(const WeightFile& file, std::size_t index,
                                const Execution& execution = {},
                                SummaryDetail detail = SummaryDetail::Shape);

/// The same of every tensor of a file, by threads that share small tensors as well as large ones.
/// Nothing for a tensor whose values are not decoded; an error where any other cannot be read.
Result<std::vector<std::optional<Summary>>> summarizeTensors(
    const WeightFile& file, const Execution& execution = {},
    SummaryDetail detail = SummaryDetail::Shape);

}  // namespace zeropoint
