// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/calibrate.h"
#include "core/scheme/affine.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <vector>

namespace zeropoint {

/// One channel (or group) in the band plot and the heat map.
struct ChannelReport {
    double min = 0;
    double max = 0;
    double p01 = 0;  ///< quantiles of the finite values
    double median = 0;
    double p99 = 0;
    double ownScale = 0;  ///< min-max scale of this channel alone
    double mse = 0;       ///< under the calibration that was given
    double sqnrDb = 0;
    bool outlier = false;  ///< max |x| above `outlierFactor` times the median over the channels
};

struct ChannelOptions {
    double outlierFactor = 4;
};

/// The channels along `axis` of a tensor, and the error that each suffers under `scheme` with
/// per-tensor and with per-channel scales. Cost grows with the tensor: for a worker.
struct ChannelView {
    double tensorScale = 0;                  ///< the one scale that all would share
    RealRange reach;                         ///< what it can represent, with its zero point
    double tensorMse = 0;                    ///< error with it
    double channelMse = 0;                   ///< error with a scale a channel
    double gainDb = 0;                       ///< SQNR won by it; 0 where no error is left
    std::vector<ChannelReport> channels;     ///< mse with their own scales
    std::vector<double> mseWithTensorScale;  ///< of each channel
};
Result<ChannelView> viewChannels(const Tensor& tensor, int axis, const QuantScheme& scheme,
                                 const ChannelOptions& options = {},
                                 const Execution& execution = {});

/// Error against bits per weight for group sizes: comparisons at equal cost.
struct GroupCost {
    std::int64_t groupSize = 0;
    double mse = 0;
    double sqnrDb = 0;
    double bitsPerWeight = 0;
};
Result<std::vector<GroupCost>> groupCosts(const Tensor& tensor, const QuantScheme& scheme,
                                          std::span<const std::int64_t> sizes,
                                          const Execution& execution = {});

}  // namespace zeropoint
