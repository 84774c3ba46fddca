// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/channel_report.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace zeropoint {

/// What groups of several sizes cost and give under one way to code them.
struct GroupCurve {
    std::string format;    ///< id of the codes' format
    bool minimum = false;  ///< each group stores a real minimum (measureMinimumAffine), not a zero
                           ///< point
    bool own = false;      ///< the scheme's own way
    std::vector<GroupCost> costs;  ///< in the order of the sizes
};

/// A scheme's format beside those that a group of another size may make as dear: the integers one
/// bit narrower and one and two bits wider of an integer, and the same codes with a minimum where
/// the scheme's scales can be one and its range is min-max; the integers as wide and a bit wider of
/// another format. The own one comes first. Fails as calibrate and measureError; Cancelled. Its
/// cost is that of one measurement for each curve and size.
Result<std::vector<GroupCurve>> compareGroupCosts(const Tensor& tensor, const QuantScheme& scheme,
                                                  std::span<const std::int64_t> sizes,
                                                  const Execution& execution = {});

/// Null where the size was not measured.
const GroupCost* costOfSize(const GroupCurve& curve, std::int64_t size);
/// What costs nearest to `bits` a weight, at most `within` away; null where nothing does.
const GroupCost* atEqualCost(const GroupCurve& curve, double bits, double within);

}  // namespace zeropoint
