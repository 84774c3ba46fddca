// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/calibrate.h"
#include "core/metrics/difference_histogram.h"
#include "core/metrics/error_report.h"
#include "core/metrics/value_counts.h"
#include "core/scheme/quant_scheme.h"
#include "core/statistics/summary.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace zeropoint {

/// What one setting makes of a tensor, to stand beside others.
struct SettingStudy {
    ErrorReport report;
    /// The distance of two neighbouring levels where they all have one; else 0.
    double step = 0;
    double scale = 0;      ///< of a tensor with one; else 0
    double zeroPoint = 0;  ///< of the same
    /// What the finite values read back as, over the shared axis of valueAxis().
    ValueCounts dequantized;
    DifferenceHistogram errors;    ///< of the finite values
    std::uint64_t becameZero = 0;  ///< values that were not zero and read back as zero
    double becameZeroShare = 0;    ///< of the finite values; NaN without one
    /// Relative error of each slice along the first axis (its RMSE over its RMS), NaN where a slice
    /// is zero everywhere and became something, or has no finite value; of tensors of two
    /// dimensions or more.
    std::vector<float> channelErrors;
    /// Slices whose RMS is above four times the median slice's; the same under every setting.
    std::vector<std::size_t> outlierChannels;
    double medianChannelDb = 0;  ///< median of their SQNR; NaN without channels
};

/// The axis on which settings of one tensor stand side by side: its extremes and a sixteenth more
/// on each side, for levels that lie beyond them.
RealRange valueAxis(const Summary& summary);

/// Calibrates, quantizes and reads back under the scheme. The figures are those of calibrate and
/// measureError. Errors as theirs; Cancelled.
Result<SettingStudy> studySetting(const Tensor& tensor, const Summary& summary,
                                  const QuantScheme& scheme, const Execution& execution = {});

}  // namespace zeropoint
