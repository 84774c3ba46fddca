// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/setting_difference.h"

#include "core/calibration/calibrate.h"
#include "core/metrics/beside_finite.h"
#include "core/quantization/quantize.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace zeropoint {
namespace {

constexpr std::size_t shardValues = std::size_t{1} << 18;

Result<Tensor> readBack(const Tensor& tensor, const QuantScheme& scheme,
                        const Execution& execution) {
    return calibrate(tensor, scheme, execution).and_then([&](const Calibration& calibration) {
        return fakeQuantize(tensor, scheme, calibration, execution);
    });
}

void countCloser(SettingDifference& part, std::span<const float> x, std::span<const float> a,
                 std::span<const float> b) {
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double fromA = std::abs(double{a[i]} - double{x[i]});
        const double fromB = std::abs(double{b[i]} - double{x[i]});
        part.same += a[i] == b[i] ? 1 : 0;
        part.closerA += fromA < fromB ? 1 : 0;
        part.closerB += fromB < fromA ? 1 : 0;
    }
}

void add(SettingDifference& part, std::span<const float> x, std::span<const float> a,
         std::span<const float> b) {
    if (!allFinite(x)) {
        add(part, besideFinite(x, x), besideFinite(x, a), besideFinite(x, b));
        return;
    }
    part.sums.add(a, b);
    part.differences.add(a, b);
    countCloser(part, x, a, b);
}

}  // namespace

Result<SettingDifference> differenceOfSettings(const Tensor& tensor, const QuantScheme& a,
                                               const QuantScheme& b, const Execution& execution) {
    const Execution inner{execution.pool, {}, execution.stop};
    const Result<Tensor> first = readBack(tensor, a, inner);
    if (!first) {
        return tl::unexpected(first.error());
    }
    const Result<Tensor> second = readBack(tensor, b, inner);
    if (!second) {
        return tl::unexpected(second.error());
    }
    std::vector<SettingDifference> parts((tensor.size() + shardValues - 1) / shardValues);
    const bool done = runShards(inner, parts.size(), [&](std::size_t shard) {
        const std::size_t begin = shard * shardValues;
        const std::size_t count = std::min(shardValues, tensor.size() - begin);
        add(parts[shard], tensor.values().subspan(begin, count),
            first->values().subspan(begin, count), second->values().subspan(begin, count));
    });
    if (!done) {
        return fail(ErrorCode::Cancelled, "The comparison was stopped", tensor.name());
    }
    SettingDifference all;
    for (const SettingDifference& part : parts) {
        all.sums.join(part.sums);
        all.differences.join(part.differences);
        all.same += part.same;
        all.closerA += part.closerA;
        all.closerB += part.closerB;
    }
    return all;
}

}  // namespace zeropoint
