// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/unit_view.h"

#include "core/scheme/param_chooser.h"
#include "core/scheme/unit_layout.h"

#include <cmath>
#include <memory>
#include <utility>

namespace zeropoint::ui {
namespace {

constexpr std::size_t mostListed = 8;

}  // namespace

OutsideCounts countOutside(std::span<const float> values, const RealRange& range) {
    OutsideCounts counts;
    for (const float value : values) {
        if (std::isfinite(value)) {
            counts.below += value < range.lo ? 1 : 0;
            counts.above += value > range.hi ? 1 : 0;
        }
    }
    return counts;
}

Result<UnitList> listUnits(const Source& source, const QuantScheme& scheme,
                           const Calibration& calibration, const Execution& execution) {
    return unitErrors(source.tensor, scheme, calibration, execution)
        .map([](const std::vector<ErrorSums>& sums) {
            UnitList list{sums.size(), {}};
            for (const std::size_t unit : worstUnits(sums, mostListed)) {
                list.worst.push_back({unit, reportOf(sums[unit])});
            }
            return list;
        });
}

Result<UnitView> viewUnit(const Source& source, const QuantScheme& scheme,
                          const Calibration& calibration, std::size_t index,
                          const Execution& execution) {
    const Result<UnitLayout> layout = UnitLayout::make(source.tensor.shape(), scheme);
    if (!layout) {
        return tl::unexpected(layout.error());
    }
    std::vector<float> buffer;
    const auto values = layout->values(source.tensor.values(), index, buffer);
    auto unit = std::make_shared<Source>();
    unit->origin = source.origin;
    unit->tensor =
        Tensor(source.tensor.name(), {static_cast<std::int64_t>(values.size())},
               std::vector<float>(values.begin(), values.end()), source.tensor.storedDtype());
    unit->summary = summarize(unit->tensor.values(), execution);
    unit->histogram =
        fineHistogram(unit->tensor.values(), unit->summary, FineHistogram::defaultBins, execution);
    QuantScheme alone = scheme;
    alone.granularity = Granularity::Tensor;
    Calibration own;
    own.params = {calibration.params[index]};
    own.ranges = {calibration.ranges[index]};
    own.lo = own.ranges.front().lo;
    own.hi = own.ranges.front().hi;
    const Result<ErrorReport> report = measureError(unit->tensor, alone, own, execution);
    if (!report) {
        return tl::unexpected(report.error());
    }
    if (execution.stopRequested()) {
        return fail(ErrorCode::Cancelled, "The measurement was stopped", source.tensor.name());
    }
    const Result<ParamChooser> chooser = ParamChooser::make(alone);
    const RealRange clip =
        chooser ? chooser->clipRange(own.ranges.front(), own.params.front()) : own.ranges.front();
    const OutsideCounts outside = countOutside(unit->tensor.values(), clip);
    return UnitView{index, std::move(unit), own.params.front(), own.ranges.front(), *report,
                    clip,  outside};
}

}  // namespace zeropoint::ui
