// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/error_report.h"

#include "core/metrics/block_error.h"
#include "core/numerics/block_format.h"
#include "core/quantization/quantize.h"
#include "core/scheme/param_chooser.h"
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

/// Of sum x^2, sum x x' and sum x'^2.
double cosineOf(double signal, double product, double square) {
    if (signal == 0 || square <= 0) {
        return signal == 0 && square == 0 ? 1 : 0;
    }
    // The root of the product: it is exact where both are equal, so that no error gives 1.
    const double both = signal * square;
    const bool inRange = std::isnormal(both);
    return product / (inRange ? std::sqrt(both) : std::sqrt(signal) * std::sqrt(square));
}

/// sum x'^2 of x' = x + d.
double squareOf(const ErrorSums& sums) {
    return sums.signal + 2 * sums.cross + sums.error();
}

double cosineOf(const ErrorSums& sums) {
    return std::isfinite(sums.error())
               ? cosineOf(sums.signal, sums.signal + sums.cross, squareOf(sums))
               : std::numeric_limits<double>::quiet_NaN();
}

/// Whether x' is so much smaller than x that the sums over x and d have lost digits of sum x'^2: of
/// the 15 of a double, more than three.
bool littleIsLeft(const ErrorSums& sums) {
    constexpr double share = 1e-3;
    return std::isfinite(sums.error()) && squareOf(sums) < share * sums.signal;
}

/// The units of a tensor: their parameters, and which of their values are clipped.
struct Units {
    UnitLayout layout;
    std::vector<QuantParams> params;
    std::vector<RealRange> clips;
};

/// Sums of each shard of values in memory order.
std::vector<ErrorSums> sumsOfRuns(const Tensor& tensor, const Quantizer& quantizer,
                                  const Units& units, const Execution& execution) {
    std::vector<ErrorSums> shards((tensor.size() + shardValues - 1) / shardValues);
    runShards(execution, shards.size(), [&](std::size_t shard) {
        const std::size_t first = shard * shardValues;
        const auto add = [&](std::size_t unit, std::size_t begin, std::size_t end) {
            shards[shard].join(quantizer.error(tensor.values().subspan(begin, end - begin),
                                               units.params[unit], units.clips[unit], begin));
        };
        units.layout.forRuns(first, std::min(tensor.size(), first + shardValues), add);
    });
    return shards;
}

/// Sums of each unit, its values gathered: for channels that lie scattered in runs so short that a
/// call for each would cost more than the values. Neighbouring units share cache lines, so that a
/// shard of them reads memory about once.
std::vector<ErrorSums> sumsOfUnits(const Tensor& tensor, const Quantizer& quantizer,
                                   const Units& units, const Execution& execution) {
    constexpr std::size_t perShard = 16;
    std::vector<ErrorSums> sums(units.params.size());
    runShards(execution, (sums.size() + perShard - 1) / perShard, [&](std::size_t shard) {
        std::vector<float> gathered;
        const std::size_t end = std::min(sums.size(), (shard + 1) * perShard);
        for (std::size_t unit = shard * perShard; unit < end && !execution.stopRequested();
             ++unit) {
            sums[unit] = quantizer.error(units.layout.values(tensor.values(), unit, gathered),
                                         units.params[unit], units.clips[unit], 0);
        }
    });
    return sums;
}

/// The cosine by a second pass that takes sum x x' and sum x'^2 of the values themselves.
double cosineOfValues(const Tensor& tensor, const Quantizer& quantizer, const Units& units,
                      double signal, const Execution& execution) {
    struct Products {
        double product = 0;
        double square = 0;
    };
    std::vector<Products> shards((tensor.size() + shardValues - 1) / shardValues);
    runShards(execution, shards.size(), [&](std::size_t shard) {
        Products& sums = shards[shard];
        std::vector<float> back;
        const auto add = [&](std::size_t unit, std::size_t begin, std::size_t end) {
            const std::span<const float> values = tensor.values().subspan(begin, end - begin);
            back.resize(values.size());
            quantizer.fakeQuantize(values, units.params[unit], begin, back);
            for (std::size_t i = 0; i < values.size(); ++i) {
                if (std::isfinite(values[i])) {
                    sums.product += double{values[i]} * double{back[i]};
                    sums.square += double{back[i]} * double{back[i]};
                }
            }
        };
        const std::size_t first = shard * shardValues;
        units.layout.forRuns(first, std::min(tensor.size(), first + shardValues), add);
    });
    Products all;
    for (const Products& shard : shards) {
        all.product += shard.product;
        all.square += shard.square;
    }
    return cosineOf(signal, all.product, all.square);
}

std::vector<RealRange> clipsOf(const Calibration& calibration, const ParamChooser& chooser) {
    std::vector<RealRange> clips;
    clips.reserve(calibration.params.size());
    for (std::size_t unit = 0; unit < calibration.params.size(); ++unit) {
        clips.push_back(chooser.clipRange(calibration.ranges[unit], calibration.params[unit]));
    }
    return clips;
}

ErrorReport withSize(ErrorReport report, const Tensor& tensor, const QuantScheme& scheme) {
    const StoredSize size = storedSize(tensor.shape(), scheme);
    report.bitsPerWeight = size.bitsPerWeight;
    report.bytes = size.bytes();
    return report;
}

Result<ErrorReport> measureBlocks(const Tensor& tensor, const BlockFormat& format,
                                  const QuantScheme& scheme, const Execution& execution) {
    return blockErrors(tensor.values(), tensor, format, scheme.scaleRule, execution)
        .map([&](const ErrorSums& sums) { return withSize(reportOf(sums), tensor, scheme); });
}

}  // namespace

ErrorReport reportOf(const ErrorSums& sums) {
    constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
    const bool defined = sums.count > 0;
    const auto count = defined ? static_cast<double>(sums.count) : undefined;
    ErrorReport report;
    report.count = sums.count;
    report.nan = sums.nan;
    report.infinite = sums.infinite;
    report.clipped = sums.clipped;
    report.clipMse = sums.clipError / count;
    report.roundMse = sums.roundError / count;
    report.mse = report.clipMse + report.roundMse;
    report.sqnrDb = decibels(sums.signal, sums.error(), sums.count);
    report.maxAbsError = defined ? sums.maxError : undefined;
    report.cosine = defined ? cosineOf(sums) : undefined;
    report.clippedFraction = static_cast<double>(sums.clipped) / count;
    return report;
}

Result<ErrorReport> measureError(const Tensor& tensor, const QuantScheme& scheme,
                                 const Calibration& calibration, const Execution& execution) {
    if (const BlockFormat* blocks = findBlockFormat(scheme.format); blocks != nullptr) {
        return measureBlocks(tensor, *blocks, scheme, execution);
    }
    const Result<UnitLayout> layout = UnitLayout::make(tensor.shape(), scheme);
    if (!layout) {
        return tl::unexpected(layout.error());
    }
    const Result<Quantizer> quantizer = Quantizer::make(scheme);
    if (!quantizer) {
        return tl::unexpected(quantizer.error());
    }
    const Result<ParamChooser> chooser = ParamChooser::make(scheme);
    if (!chooser) {
        return tl::unexpected(chooser.error());
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
    const Units units{*layout, calibration.params, clipsOf(calibration, *chooser)};
    const std::vector<ErrorSums> parts = sumsOf(tensor, *quantizer, units, execution);
    const auto stopped = [&tensor] {
        return fail(ErrorCode::Cancelled, "The measurement was stopped", tensor.name());
    };
    if (execution.stopRequested()) {
        return stopped();
    }
    ErrorSums all;
    for (const ErrorSums& part : parts) {
        all.join(part);
    }
    ErrorReport report = reportOf(all);
    if (littleIsLeft(all)) {
        report.cosine = cosineOfValues(tensor, *quantizer, units, all.signal, execution);
        if (execution.stopRequested()) {
            return stopped();
        }
    }
    return withSize(report, tensor, scheme);
}

}  // namespace zeropoint
