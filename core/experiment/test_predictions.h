// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/nn/transformer.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstdint>
#include <vector>

namespace zeropoint {

/// What a model thinks of every scored position of a test part, in its order.
struct TestPredictions {
    static constexpr std::uint16_t unknown = 0xFFFF;  ///< a target that no output answers
    std::vector<std::uint16_t> likeliest;             ///< the first of equals
    std::vector<std::uint16_t> targets;
    std::size_t perSequence = 1;
};

/// The model must be prepared. Cancelled.
Result<TestPredictions> predictTest(const Transformer<float>& model, const Dataset& data,
                                    const Execution& execution);

}  // namespace zeropoint
