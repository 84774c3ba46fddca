// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/group_costs.h"

#include "core/metrics/minimum_affine.h"
#include "core/numerics/number_format.h"

#include <cmath>

namespace zeropoint {
namespace {

bool isInteger(const NumberFormat* format) {
    return format != nullptr && format->kind == FormatKind::Integer;
}

std::vector<std::string> comparedFormats(const QuantScheme& scheme) {
    std::vector<std::string> formats{scheme.format};
    const NumberFormat* own = findNumberFormat(scheme.format);
    if (own == nullptr) {
        return formats;
    }
    const bool integer = isInteger(own);
    const std::string stem = integer && !own->isSigned ? "uint" : "int";
    const std::vector<int> steps = integer ? std::vector{-1, 1, 2} : std::vector{0, 1};
    for (const int step : steps) {
        const std::string id = stem + std::to_string(own->bits + step);
        if (findNumberFormat(id) != nullptr && id != scheme.format) {
            formats.push_back(id);
        }
    }
    return formats;
}

/// A minimum is a real number of either sign, stored as the scales are, and found with the largest
/// value: powers of two, doubly quantized scales and other ranges would be compared with another
/// scheme's.
bool mayHaveMinimum(const QuantScheme& scheme) {
    const bool real =
        scheme.scaleFormat != ScaleFormat::E8m0 && scheme.scaleFormat != ScaleFormat::Double;
    return isInteger(findNumberFormat(scheme.format)) && real &&
           scheme.range.kind == RangeMethod::Kind::MinMax;
}

Result<std::vector<GroupCost>> minimumCosts(const Tensor& tensor, QuantScheme scheme,
                                            std::span<const std::int64_t> sizes,
                                            const Execution& execution) {
    std::vector<GroupCost> costs;
    for (const std::int64_t size : sizes) {
        scheme.groupSize = size;
        const Result<ErrorReport> report = measureMinimumAffine(tensor, scheme, execution);
        if (!report) {
            return tl::unexpected(report.error());
        }
        costs.push_back({size, report->mse, report->sqnrDb, report->bitsPerWeight});
    }
    return costs;
}

}  // namespace

Result<std::vector<GroupCurve>> compareGroupCosts(const Tensor& tensor, const QuantScheme& scheme,
                                                  std::span<const std::int64_t> sizes,
                                                  const Execution& execution) {
    QuantScheme grouped = scheme;
    grouped.granularity = Granularity::Group;
    std::vector<GroupCurve> curves;
    for (const std::string& format : comparedFormats(scheme)) {
        QuantScheme with = grouped;
        with.format = format;
        const auto costs = groupCosts(tensor, with, sizes, execution);
        if (!costs) {
            return tl::unexpected(costs.error());
        }
        curves.push_back({format, false, format == scheme.format, *costs});
    }
    if (mayHaveMinimum(scheme)) {
        const auto costs = minimumCosts(tensor, grouped, sizes, execution);
        if (!costs) {
            return tl::unexpected(costs.error());
        }
        curves.push_back({scheme.format, true, false, *costs});
    }
    return curves;
}

const GroupCost* costOfSize(const GroupCurve& curve, std::int64_t size) {
    for (const GroupCost& cost : curve.costs) {
        if (cost.groupSize == size) {
            return &cost;
        }
    }
    return nullptr;
}

const GroupCost* atEqualCost(const GroupCurve& curve, double bits, double within) {
    const GroupCost* nearest = nullptr;
    for (const GroupCost& cost : curve.costs) {
        const double distance = std::abs(cost.bitsPerWeight - bits);
        if (distance <= within &&
            (nearest == nullptr || distance < std::abs(nearest->bitsPerWeight - bits))) {
            nearest = &cost;
        }
    }
    return nearest;
}

}  // namespace zeropoint
