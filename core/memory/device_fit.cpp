// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/device_fit.h"

#include <cmath>

namespace zeropoint {
namespace {

constexpr std::int64_t longestWithoutModel = std::int64_t{1} << 24;

/// Memory grows with the context, so bisection finds the last that fits.
std::int64_t longestContext(const MemoryRequest& request, const MemoryEstimate& estimate,
                            std::int64_t available) {
    const TotalByContext scale(request, estimate);
    const auto fits = [&](std::int64_t context) {
        const auto total = scale.total(context);
        return total && *total <= available;
    };
    if (!request.architecture || !fits(1)) {
        return 0;
    }
    const std::int64_t own = request.architecture->context;
    std::int64_t low = 1;
    std::int64_t high = own > 0 ? own : longestWithoutModel;
    while (low < high) {
        const std::int64_t middle = low + (high - low + 1) / 2;
        if (fits(middle)) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return low;
}

std::int64_t largestParameters(const MemoryEstimate& estimate, std::int64_t available) {
    const std::int64_t growing =
        estimate.weights + estimate.gradients + estimate.optimizer + estimate.adapters;
    const std::int64_t fixed = estimate.total() - growing;
    if (growing <= 0 || available <= fixed) {
        return 0;
    }
    return static_cast<std::int64_t>(static_cast<double>(available - fixed) *
                                     static_cast<double>(estimate.parameters) /
                                     static_cast<double>(growing));
}

}  // namespace

std::int64_t availableOf(const Device& device, double reserve) {
    const std::int64_t all = device.available();
    return all - std::llround(reserve * static_cast<double>(all));
}

DeviceFit fitOnDevice(const MemoryRequest& request, const MemoryEstimate& estimate,
                      const Device& device, double reserve) {
    DeviceFit fit;
    fit.available = availableOf(device, reserve);
    fit.needed = estimate.total();
    fit.longestContext = longestContext(request, estimate, fit.available);
    fit.largestParameters = largestParameters(estimate, fit.available);
    if (fit.needed <= fit.available) {
        fit.verdict = FitVerdict::Fits;
    } else if (fit.longestContext > 0) {
        fit.verdict = FitVerdict::FitsWithLess;
    }
    if (request.mode == MemoryMode::Inference && estimate.weightBytesPerToken > 0) {
        const double bytesPerSecond = device.bandwidthGBps * 1e9;
        const auto weights = static_cast<double>(estimate.weightBytesPerToken);
        const auto cache = static_cast<double>(estimate.kvCache + estimate.recurrentState) /
                           static_cast<double>(request.cache.sequences);
        fit.tokensPerSecondBound = bytesPerSecond / weights;
        fit.tokensPerSecondBoundFullContext = bytesPerSecond / (weights + cache);
    }
    return fit;
}

}  // namespace zeropoint
