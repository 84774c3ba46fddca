// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/device.h"
#include "core/memory/estimate.h"

namespace zeropoint {

enum class FitVerdict { Fits, FitsWithLess, DoesNotFit };

/// How a request lies on a device.
struct DeviceFit {
    FitVerdict verdict = FitVerdict::DoesNotFit;
    std::int64_t available = 0;  ///< Device::available()
    std::int64_t needed = 0;
    /// Longest context (training: sequence) that fits with all other settings, at most the model's
    /// own; 0 when none does. With cells given, those of the request count and the context alone
    /// moves the rest.
    std::int64_t longestContext = 0;
    /// The count of parameters that would fill the device at this request's bytes a parameter,
    /// everything else being as large as it is.
    std::int64_t largestParameters = 0;
    /// Upper bounds of decoding one sequence: bandwidth / bytes of the weights that a token reads,
    /// and the same with the whole cache. No run is faster; measured ones reach 0.25 to 0.87 of it.
    double tokensPerSecondBound = 0;
    double tokensPerSecondBoundFullContext = 0;
};

/// `estimate` is what estimateMemory(request) gave.
DeviceFit fitOnDevice(const MemoryRequest& request, const MemoryEstimate& estimate,
                      const Device& device);

}  // namespace zeropoint
