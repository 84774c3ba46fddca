// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/run_result.h"

#include <cstddef>
#include <vector>

namespace zeropoint {

/// How two runs of one task differ.
struct RunComparison {
    std::vector<LayerError> layers;    ///< b's weights against a's, sites in order
    std::size_t sequences = 0;         ///< of the test part
    std::vector<std::size_t> changed;  ///< test sequences with another prediction
    std::size_t onlyARight = 0;        ///< entirely right in a alone
    std::size_t onlyBRight = 0;
    std::size_t bothRight = 0;
};

/// InvalidArgument for runs without artifacts, of different models or other test parts.
Result<RunComparison> compareRuns(const RunResult& a, const RunResult& b);

}  // namespace zeropoint
