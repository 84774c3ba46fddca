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

/// The summaries of all tensors of a file, read and forgotten piece by piece: memory does not grow
/// with a tensor. Threads share small tensors as well as large ones, and the result does not depend
/// on their number. Nothing for a tensor whose values are not decoded; errors as WeightFile::read
/// where any other cannot be read.
Result<std::vector<std::optional<Summary>>> summarizeTensors(
    const WeightFile& file, const Execution& execution = {},
    SummaryDetail detail = SummaryDetail::Shape);

}  // namespace zeropoint
