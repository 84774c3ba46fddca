// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/comparison/difference_sums.h"
#include "core/metrics/difference_histogram.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <cstdint>

namespace zeropoint {

/// Where two settings read a tensor back differently: b - a of what they give, a being the
/// reference of `sums`. Values of the tensor that are NaN or infinite are left out.
struct SettingDifference {
    DifferenceSums sums;
    DifferenceHistogram differences;
    std::uint64_t same = 0;  ///< values that both read back alike
    std::uint64_t closerA =
        0;  ///< values that the first setting reads back closer to what they were
    std::uint64_t closerB = 0;
};

/// Quantizes and reads back under both. Errors as calibrate and fakeQuantize; Cancelled.
Result<SettingDifference> differenceOfSettings(const Tensor& tensor, const QuantScheme& a,
                                               const QuantScheme& b,
                                               const Execution& execution = {});

}  // namespace zeropoint
