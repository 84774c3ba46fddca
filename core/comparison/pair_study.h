// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/comparison/difference_sums.h"
#include "core/comparison/pair_tensors.h"
#include "core/metrics/difference_histogram.h"
#include "core/metrics/value_counts.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

namespace zeropoint {

/// The distributions of two tensors that stand for each other, over one axis, each of its finite
/// values, and that of their differences b - a where a is finite.
struct PairStudy {
    ValueCounts a;
    ValueCounts b;
    DifferenceHistogram differences;
    DifferenceSums sums;
};

/// Reads the pair twice, piece by piece: its extremes, then its counts; beside pieces it takes a
/// tenth of a byte a value. Unsupported with TensorPair::whyNot; errors as WeightFile::readValues;
/// Cancelled.
Result<PairStudy> studyPair(const ModelSide& a, const ModelSide& b, const TensorPair& pair,
                            const Execution& execution = {});

}  // namespace zeropoint
