// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/unit_error.h"

#include "core/numerics/block_format.h"
#include "core/scheme/param_chooser.h"
#include "core/scheme/quantizer.h"
#include "core/scheme/unit_layout.h"

#include <algorithm>
#include <numeric>

namespace zeropoint {
namespace {

/// Stochastic rounding draws by a value's place in the tensor, so that the runs stay where they
/// are.
std::vector<ErrorSums> inPlace(const Tensor& tensor, const Quantizer& quantizer,
                               const UnitLayout& layout, const Calibration& calibration,
                               const ParamChooser& chooser) {
    std::vector<ErrorSums> sums(layout.units());
    layout.forRuns(0, tensor.size(), [&](std::size_t unit, std::size_t begin, std::size_t end) {
        const RealRange clip =
            chooser.clipRange(calibration.ranges[unit], calibration.params[unit]);
        sums[unit].join(quantizer.error(tensor.values().subspan(begin, end - begin),
                                        calibration.params[unit], clip, begin));
    });
    return sums;
}

std::vector<ErrorSums> gathered(const Tensor& tensor, const Quantizer& quantizer,
                                const UnitLayout& layout, const Calibration& calibration,
                                const ParamChooser& chooser, const Execution& execution) {
    constexpr std::size_t perShard = 16;
    std::vector<ErrorSums> sums(layout.units());
    runShards(execution, (sums.size() + perShard - 1) / perShard, [&](std::size_t shard) {
        std::vector<float> buffer;
        const std::size_t end = std::min(sums.size(), (shard + 1) * perShard);
        for (std::size_t unit = shard * perShard; unit < end && !execution.stopRequested();
             ++unit) {
            const QuantParams& params = calibration.params[unit];
            sums[unit] = quantizer.error(layout.values(tensor.values(), unit, buffer), params,
                                         chooser.clipRange(calibration.ranges[unit], params), 0);
        }
    });
    return sums;
}

double mseOf(const ErrorSums& sums) {
    return sums.count > 0 ? sums.error() / static_cast<double>(sums.count) : 0;
}

}  // namespace

Result<std::vector<ErrorSums>> unitErrors(const Tensor& tensor, const QuantScheme& scheme,
                                          const Calibration& calibration,
                                          const Execution& execution) {
    if (findBlockFormat(scheme.format) != nullptr) {
        return fail(ErrorCode::Unsupported,
                    "The blocks of a block format are no channels or groups", scheme.format,
                    "Choose a format with a scale for each channel or group");
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
    std::vector<ErrorSums> sums =
        scheme.rounding == Rounding::Stochastic
            ? inPlace(tensor, *quantizer, *layout, calibration, *chooser)
            : gathered(tensor, *quantizer, *layout, calibration, *chooser, execution);
    if (execution.stopRequested()) {
        return fail(ErrorCode::Cancelled, "The measurement was stopped", tensor.name());
    }
    return sums;
}

std::vector<std::size_t> worstUnits(const std::vector<ErrorSums>& units, std::size_t most) {
    std::vector<std::size_t> order(units.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const std::size_t kept = std::min(most, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(),
                      [&](std::size_t a, std::size_t b) {
                          const double left = mseOf(units[a]);
                          const double right = mseOf(units[b]);
                          return left != right ? left > right : a < b;
                      });
    order.resize(kept);
    return order;
}

}  // namespace zeropoint
