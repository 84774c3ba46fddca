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
    std::int64_t available = 0;  ///< Device::available() less the reserve
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

/// Share of a device that is kept for its driver and for what else runs, where nothing is known:
/// an assumption.
inline constexpr double usualReserve = 0.05;

/// What a model can have of a device of which `reserve`, a share of 0 to 1, is kept.
std::int64_t availableOf(const Device& device, double reserve);

/// `estimate` is what estimateMemory(request) gave.
DeviceFit fitOnDevice(const MemoryRequest& request, const MemoryEstimate& estimate,
                      const Device& device, double reserve = 0);

}  // namespace zeropoint
