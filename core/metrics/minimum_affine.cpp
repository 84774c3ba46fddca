// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/minimum_affine.h"

#include "core/calibration/unit_ranges.h"
#include "core/numerics/number_format.h"
#include "core/quantization/bits_per_weight.h"
#include "core/scheme/affine.h"
#include "core/scheme/unit_layout.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace zeropoint {
namespace {

std::string_view storedAs(ScaleFormat format) {
    return format == ScaleFormat::Fp16 ? "fp16" : format == ScaleFormat::Bf16 ? "bf16" : "fp32";
}

/// One unit's equation.
struct MinimumParams {
    double scale = 1;
    double minimum = 0;
};

/// The codes clip where the stored scale and minimum do not reach the unit's ends.
RealRange clipOf(const Extremes& unit, const MinimumParams& params, double largestCode) {
    const RealRange reached{params.minimum, params.minimum + params.scale * largestCode};
    return clipRange({unit.min, unit.max}, reached, params.scale, params.scale);
}

MinimumParams paramsOf(const Extremes& unit, double largestCode, const NumberFormat& stored) {
    const auto round = [&](double value) {
        return decode(stored, encode(stored, value, {Rounding::NearestEven, Overflow::Saturate}));
    };
    const double scale = round((unit.max - unit.min) / largestCode);
    return {scale > 0 ? scale : 1, round(unit.min)};
}

double readBack(float x, const MinimumParams& params, double largestCode) {
    const double code = std::nearbyint((x - params.minimum) / params.scale);
    return params.minimum + params.scale * std::clamp(code, 0.0, largestCode);
}

}  // namespace

Result<ErrorReport> measureMinimumAffine(const Tensor& tensor, const QuantScheme& scheme,
                                         const Execution& execution) {
    const NumberFormat* format = findNumberFormat(scheme.format);
    if (format == nullptr || format->kind != FormatKind::Integer) {
        return fail(ErrorCode::InvalidArgument, "A real minimum belongs to integer codes",
                    scheme.format, "Name an integer format");
    }
    const Result<UnitLayout> layout = UnitLayout::make(tensor.shape(), scheme);
    if (!layout) {
        return tl::unexpected(layout.error());
    }
    const NumberFormat& stored = numberFormat(storedAs(scheme.scaleFormat));
    const double largestCode = std::ldexp(1.0, format->bits) - 1;
    const std::vector<Extremes> units = unitExtremes(tensor.values(), *layout, execution);
    constexpr std::size_t shardValues = std::size_t{1} << 17;
    std::vector<ErrorSums> shards((tensor.size() + shardValues - 1) / shardValues);
    const bool done = runShards(execution, shards.size(), [&](std::size_t shard) {
        const std::size_t first = shard * shardValues;
        const auto add = [&](std::size_t unit, std::size_t begin, std::size_t end) {
            const MinimumParams params = paramsOf(units[unit], largestCode, stored);
            const RealRange clip = clipOf(units[unit], params, largestCode);
            for (std::size_t i = begin; i < end; ++i) {
                const float x = tensor.values()[i];
                shards[shard].add(x, readBack(x, params, largestCode), x < clip.lo || x > clip.hi);
            }
        };
        layout->forRuns(first, std::min(tensor.size(), first + shardValues), add);
    });
    if (!done) {
        return fail(ErrorCode::Cancelled, "The measurement was stopped", tensor.name());
    }
    ErrorSums all;
    for (const ErrorSums& shard : shards) {
        all.join(shard);
    }
    ErrorReport report = reportOf(all);
    const auto bits = static_cast<std::uint64_t>(format->bits);
    const auto storedBytes = static_cast<std::uint64_t>(stored.bits / 8);
    report.bytes = (tensor.size() * bits + 7) / 8 + 2 * storedBytes * layout->units();
    report.bitsPerWeight = bitsPerWeightOf(report.bytes, tensor.size());
    return report;
}

}  // namespace zeropoint
