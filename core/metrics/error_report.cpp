// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/error_report.h"

#include "core/numerics/block_format.h"
#include "core/quantization/quantize.h"
#include "core/scheme/quantizer.h"
#include "core/scheme/unit_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

namespace zeropoint {
namespace {

constexpr std::size_t shardValues = std::size_t{1} << 17;
constexpr std::size_t shortRun = 64;

/// x' = x + d, so sum x x' and sum x'^2 follow from the sums over x and d.
double cosineOf(const ErrorSums& sums) {
    const double product = sums.signal + sums.cross;
    const double square = sums.signal + 2 * sums.cross + sums.error;
    if (sums.signal == 0 || square <= 0) {
        return sums.signal == 0 && square == 0 ? 1 : 0;
    }
    return product / (std::sqrt(sums.signal) * std::sqrt(square));
}

/// The sums of a tensor against another that stands for it; nothing counts as clipped.
ErrorSums sumsBetween(std::span<const float> x, std::span<const float> back) {
    ErrorSums sums;
    for (std::size_t i = 0; i < x.size(); ++i) {
        sums.nan += std::isnan(x[i]) ? 1 : 0;
        if (!std::isfinite(x[i])) {
            continue;
        }
        const double value = x[i];
        const double error = back[i] - value;
        ++sums.count;
        sums.signal += value * value;
        sums.cross += value * error;
        sums.error += error * error;
        sums.maxError = std::max(sums.maxError, std::abs(error));
    }
    return sums;
}

/// Sums of each shard of values in memory order.
std::vector<ErrorSums> sumsOfRuns(const Tensor& tensor, const Quantizer& quantizer,
                                  const UnitLayout& layout, const Calibration& calibration,
                                  const Execution& execution) {
    std::vector<ErrorSums> shards((tensor.size() + shardValues - 1) / shardValues);
    runShards(execution, shards.size(), [&](std::size_t shard) {
        const std::size_t first = shard * shardValues;
        const auto add = [&](std::size_t unit, std::size_t begin, std::size_t end) {
            shards[shard].join(quantizer.error(tensor.values().subspan(begin, end - begin),
                                               calibration.params[unit], calibration.ranges[unit],
                                               begin));
        };
        layout.forRuns(first, std::min(tensor.size(), first + shardValues), add);
    });
    return shards;
}

/// Sums of each unit, its values gathered: for channels that lie scattered in runs so short that a
/// call for each would cost more than the values. Neighbouring units share cache lines, so that a
/// shard of them reads memory about once.
std::vector<ErrorSums> sumsOfUnits(const Tensor& tensor, const Quantizer& quantizer,
                                   const UnitLayout& layout, const Calibration& calibration,
                                   const Execution& execution) {
    constexpr std::size_t perShard = 16;
    std::vector<ErrorSums> units(layout.units());
    runShards(execution, (units.size() + perShard - 1) / perShard, [&](std::size_t shard) {
        std::vector<float> gathered;
        const std::size_t end = std::min(units.size(), (shard + 1) * perShard);
        for (std::size_t unit = shard * perShard; unit < end && !execution.stopRequested();
             ++unit) {
            units[unit] = quantizer.error(layout.values(tensor.values(), unit, gathered),
                                          calibration.params[unit], calibration.ranges[unit], 0);
        }
    });
    return units;
}

ErrorReport withSize(ErrorReport report, const Tensor& tensor, const QuantScheme& scheme) {
    const StoredSize size = storedSize(tensor.shape(), scheme);
    report.bitsPerWeight = size.bitsPerWeight;
    report.bytes = size.bytes();
    return report;
}

Result<ErrorReport> measureBlocks(const Tensor& tensor, const QuantScheme& scheme,
                                  const Execution& execution) {
    return fakeQuantize(tensor, scheme, {}, execution).map([&](const Tensor& back) {
        const ErrorSums sums = sumsBetween(tensor.values(), back.values());
        return withSize(reportOf(sums), tensor, scheme);
    });
}

}  // namespace

ErrorReport reportOf(const ErrorSums& sums) {
    ErrorReport report;
    report.count = sums.count;
    report.nan = sums.nan;
    report.clipped = sums.clipped;
    report.maxAbsError = sums.maxError;
    report.sqnrDb = sums.error > 0 ? 10 * std::log10(sums.signal / sums.error)
                                   : std::numeric_limits<double>::infinity();
    report.cosine = cosineOf(sums);
    if (sums.count > 0) {
        const auto count = static_cast<double>(sums.count);
        report.clipMse = sums.clipError / count;
        report.roundMse = (sums.error - sums.clipError) / count;
        report.mse = report.clipMse + report.roundMse;
        report.clippedFraction = static_cast<double>(sums.clipped) / count;
    }
    return report;
}

Result<ErrorReport> measureError(const Tensor& tensor, const QuantScheme& scheme,
                                 const Calibration& calibration, const Execution& execution) {
    if (findBlockFormat(scheme.format) != nullptr) {
        return measureBlocks(tensor, scheme, execution);
    }
    const Result<UnitLayout> layout = UnitLayout::make(tensor.shape(), scheme);
    if (!layout) {
        return tl::unexpected(layout.error());
    }
    const Result<Quantizer> quantizer = Quantizer::make(scheme);
    if (!quantizer) {
        return tl::unexpected(quantizer.error());
    }
    if (layout->units() != calibration.params.size() ||
        layout->units() != calibration.ranges.size()) {
        return fail(ErrorCode::InvalidArgument, "The calibration is of another tensor or scheme",
                    tensor.name(), "Calibrate the tensor with this scheme");
    }
    // Stochastic rounding draws by a value's place in the tensor, which gathering loses.
    const bool gather = !layout->contiguous() && layout->runLength() < shortRun &&
                        scheme.rounding != Rounding::Stochastic;
    const auto sumsOf = gather ? sumsOfUnits : sumsOfRuns;
    const std::vector<ErrorSums> parts =
        sumsOf(tensor, *quantizer, *layout, calibration, execution);
    if (execution.stopRequested()) {
        return fail(ErrorCode::Cancelled, "The measurement was stopped", tensor.name());
    }
    ErrorSums all;
    for (const ErrorSums& part : parts) {
        all.join(part);
    }
    return withSize(reportOf(all), tensor, scheme);
}

}  // namespace zeropoint
