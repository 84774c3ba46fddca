// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/experiment/test_predictions.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace zeropoint {

/// What a run got right of each item of a test part. An item is a test sequence: what is drawn
/// independently of the others (the positions of one window of a text are not).
struct TestItems {
    std::vector<std::uint16_t> right;  ///< of each item's scored answers
    std::uint16_t scored = 1;          ///< answers of an item: 1 where it counts as a whole

    std::size_t count() const { return right.size(); }
    double accuracy() const;  ///< 0 of nothing
    bool operator==(const TestItems&) const = default;
};

TestItems itemsOf(AccuracyKind kind, const TestPredictions& predictions);

}  // namespace zeropoint
