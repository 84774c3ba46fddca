// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/weight_file.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace zeropoint {

/// What a list shows of a tensor before anybody opens it. Large tensors are sampled: up to 2^16
/// values in stretches spread evenly over the tensor, so that the cost does not grow with it.
struct TensorGlance {
    /// A histogram of 20 bars over the bulk of the values (a thousandth is cut off at each end,
    /// which would squeeze the rest into one bar); empty for a constant.
    std::vector<float> bars;
    /// Largest magnitude over the root mean square: about 4 for a normal distribution, more where
    /// there are outliers. Nothing where all values are zero.
    std::optional<double> peak;
    /// Signal to noise in dB as symmetric INT8 with one scale over the full range: a yardstick to
    /// compare tensors by, whatever scheme is chosen. Nothing where there is no error.
    std::optional<double> int8SqnrDb;
    bool sampled = false;  ///< the figures are of a part of the values
};

/// Errors as WeightFile::readValues.
Result<TensorGlance> glanceAt(const WeightFile& file, std::size_t index);

/// The same glance with the figures of all values, those that calibrate() and measureError() give:
/// two passes over stretches of 2^20 values, so that memory does not grow with the tensor. The bars
/// stay those of the sample. Progress is told after each stretch. Errors as WeightFile::readValues,
/// and Cancelled.
Result<TensorGlance> measuredGlance(const WeightFile& file, std::size_t index, TensorGlance glance,
                                    const Execution& execution = {});

}  // namespace zeropoint
