// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/outlier_studio.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <vector>

namespace zeropoint {

/// What the outlier studio tries: whose activations, and what is planted in them.
struct OutlierSettings {
    enum class Plant { Nothing, Value, Channel };

    bool ownTensor = false;  ///< the tensor at hand as activations; else drawn ones
    Plant plant = Plant::Channel;
    int channel = 7;   ///< of the inner axis, clamped to the channels there are
    double gain = 30;  ///< times the largest magnitude (value) or the channel

    bool operator==(const OutlierSettings&) const = default;
};

struct OutlierTrial {
    std::vector<RemedyResult> results;
    std::vector<int> channels;  ///< outlier channels of the activations that were used
    Shape shape;                ///< of the activations
    double largest = 0;         ///< largest magnitude among them
};

/// Every remedy of the studio tried on activations x and normal weights w, rows x channels times
/// channels x 64: x is drawn, 128 x 64, or the upper left part of the tensor, at most 256 x 512,
/// with NaN and infinities as 0. The scheme's range and granularity are not used: the remedies
/// choose theirs. InvalidArgument for a tensor with fewer than two axes where it is to be used;
/// Cancelled.
Result<OutlierTrial> tryRemedies(const Tensor& tensor, const OutlierSettings& settings,
                                 const QuantScheme& scheme, const Execution& execution = {});

}  // namespace zeropoint
