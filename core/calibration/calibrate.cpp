// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/calibrate.h"

#include "core/calibration/double_scales.h"
#include "core/calibration/range_methods.h"
#include "core/calibration/unit_ranges.h"
#include "core/numerics/block_format.h"
#include "core/scheme/param_chooser.h"
#include "core/scheme/unit_layout.h"
#include "core/statistics/extremes.h"

#include <algorithm>
#include <mutex>
#include <optional>

namespace zeropoint {
namespace {

tl::unexpected<Error> cancelled() {
    return fail(ErrorCode::Cancelled, "The calibration was stopped");
}

Calibration fromRanges(std::vector<RealRange> ranges, const ParamChooser& chooser,
                       const QuantScheme& scheme) {
    Calibration calibration;
    calibration.params.reserve(ranges.size());
    for (RealRange& range : ranges) {
        calibration.params.push_back(chooser.choose(range.lo, range.hi));
        range = chooser.clippingRange(range.lo, range.hi);
        calibration.lo = std::min(calibration.lo, range.lo);
        calibration.hi = std::max(calibration.hi, range.hi);
    }
    calibration.ranges = std::move(ranges);
    if (scheme.scaleFormat == ScaleFormat::Double) {
        quantizeScales(calibration, chooser, static_cast<std::size_t>(scheme.doubleBlock));
    }
    return calibration;
}

std::vector<RealRange> minMaxRanges(const Tensor& tensor, const UnitLayout& layout,
                                    const Execution& execution) {
    std::vector<RealRange> ranges;
    ranges.reserve(layout.units());
    for (const Extremes& unit : unitExtremes(tensor.values(), layout, execution)) {
        ranges.push_back({unit.min, unit.max});
    }
    return ranges;
}

Result<std::vector<RealRange>> methodRanges(const Tensor& tensor, const UnitLayout& layout,
                                            const QuantScheme& scheme, const Execution& execution) {
    std::vector<RealRange> ranges(layout.units());
    if (layout.units() == 1) {
        std::vector<float> buffer;
        const auto range =
            chooseRange(layout.values(tensor.values(), 0, buffer), scheme, execution);
        if (!range) {
            return tl::unexpected(range.error());
        }
        ranges[0] = *range;
        return ranges;
    }
    std::mutex failing;
    std::optional<Error> failure;
    constexpr std::size_t perShard = 16;
    runShards(execution, (ranges.size() + perShard - 1) / perShard, [&](std::size_t shard) {
        std::vector<float> buffer;
        const std::size_t end = std::min(ranges.size(), (shard + 1) * perShard);
        for (std::size_t unit = shard * perShard; unit < end && !execution.stopRequested();
             ++unit) {
            const auto range = chooseRange(layout.values(tensor.values(), unit, buffer), scheme);
            if (!range) {
                const std::scoped_lock lock(failing);
                failure = range.error();
                return;
            }
            ranges[unit] = *range;
        }
    });
    if (failure) {
        return tl::unexpected(*failure);
    }
    return ranges;
}

/// Gives units whose method found one point, though their values differ, their full range.
template <typename ExtremesOf>
std::size_t replaceCollapsed(std::vector<RealRange>& ranges, const ParamChooser& chooser,
                             ExtremesOf extremesOf) {
    std::size_t replaced = 0;
    for (std::size_t unit = 0; unit < ranges.size(); ++unit) {
        if (chooser.clippingRange(ranges[unit].lo, ranges[unit].hi) != RealRange{}) {
            continue;
        }
        const RealRange full = extremesOf(unit);
        if (full != RealRange{}) {
            ranges[unit] = full;
            ++replaced;
        }
    }
    return replaced;
}

/// Block formats choose their scales block by block: only the range is to be known.
Calibration blockCalibration(const Tensor& tensor, const Execution& execution) {
    const Extremes ends = extremes(tensor.values(), execution);
    return {ends.min, ends.max, {}, {{ends.min, ends.max}}, {}, 0};
}

}  // namespace

Result<Calibration> calibrate(const Tensor& tensor, const QuantScheme& scheme,
                              const Execution& execution) {
    if (findBlockFormat(scheme.format) != nullptr) {
        const Calibration whole = blockCalibration(tensor, execution);
        if (execution.stopRequested()) {  // then its range is that of a part
            return cancelled();
        }
        return whole;
    }
    const Result<ParamChooser> chooser = ParamChooser::make(scheme);
    if (!chooser) {
        return tl::unexpected(chooser.error());
    }
    const Result<UnitLayout> layout = UnitLayout::make(tensor.shape(), scheme);
    if (!layout) {
        return tl::unexpected(layout.error());
    }
    const Result<void> sound = checkMethod(scheme.range);
    if (!sound) {
        return tl::unexpected(sound.error());
    }
    Result<std::vector<RealRange>> ranges = scheme.range.kind == RangeMethod::Kind::MinMax
                                                ? minMaxRanges(tensor, *layout, execution)
                                                : methodRanges(tensor, *layout, scheme, execution);
    if (execution.stopRequested()) {
        return cancelled();
    }
    return std::move(ranges).map([&](std::vector<RealRange>&& found) {
        std::vector<float> buffer;
        const std::size_t collapsed = replaceCollapsed(found, *chooser, [&](std::size_t unit) {
            const Extremes ends = extremes(layout->values(tensor.values(), unit, buffer));
            return RealRange{ends.min, ends.max};
        });
        Calibration calibration = fromRanges(std::move(found), *chooser, scheme);
        calibration.collapsed = collapsed;
        return calibration;
    });
}

Result<Calibration> calibrate(const Summary& summary, const FineHistogram& histogram,
                              const QuantScheme& scheme) {
    const Result<ParamChooser> chooser = ParamChooser::make(scheme);
    if (!chooser) {
        return tl::unexpected(chooser.error());
    }
    return chooseRange(summary, histogram, scheme).map([&](const RealRange& range) {
        std::vector<RealRange> ranges = {range};
        const std::size_t collapsed = replaceCollapsed(ranges, *chooser, [&](std::size_t) {
            return RealRange{summary.min, summary.max};
        });
        Calibration calibration = fromRanges(std::move(ranges), *chooser, scheme);
        calibration.collapsed = collapsed;
        return calibration;
    });
}

RealRange reachedRange(const Calibration& calibration, const QuantScheme& scheme) {
    RealRange reached;
    const Result<ParamChooser> chooser = ParamChooser::make(scheme);
    for (std::size_t unit = 0; unit < calibration.params.size(); ++unit) {
        if (!chooser || calibration.ranges[unit] == RealRange{}) {
            continue;  // zeros: the scale 1 of theirs is no scale of the tensor
        }
        const RealRange own = chooser->representable(calibration.params[unit]);
        reached = {std::min(reached.lo, own.lo), std::max(reached.hi, own.hi)};
    }
    return reached;
}

}  // namespace zeropoint
