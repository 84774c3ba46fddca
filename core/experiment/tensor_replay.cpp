// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/tensor_replay.h"

#include "core/scheme/error_sums.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

constexpr std::size_t stretch = std::size_t{1} << 16;  ///< between two looks at a stop request

struct Ends {
    float low = std::numeric_limits<float>::infinity();
    float high = -std::numeric_limits<float>::infinity();
};

Ends finiteEnds(std::span<const float> values) {
    Ends ends;
    for (const float x : values) {
        if (std::isfinite(x)) {
            ends.low = std::min(ends.low, x);
            ends.high = std::max(ends.high, x);
        }
    }
    return ends;
}

tl::unexpected<Error> stopped() {
    return fail(ErrorCode::Cancelled, "The replay was stopped");
}

}  // namespace

Result<TensorReplay> replayTensor(std::span<const float> values, int bits, HistoricBug bug,
                                  const Execution& execution) {
    const Ends ends = finiteEnds(values);
    if (!(ends.low < ends.high)) {
        return fail(ErrorCode::InvalidArgument, "A bug needs two different values to show", {},
                    "Choose a tensor that is not constant");
    }
    TensorReplay replay;
    replay.right = bugGrid(ends.low, ends.high, bits, HistoricBug::None);
    replay.broken = bugGrid(ends.low, ends.high, bits, bug);
    ErrorSums right;
    ErrorSums broken;
    for (std::size_t at = 0; at < values.size(); at += stretch) {
        if (execution.stopRequested()) {
            return stopped();
        }
        for (const float x : values.subspan(at, std::min(stretch, values.size() - at))) {
            const double good = replay.right.valueOf(replay.right.codeOf(x));
            const double bad = replay.broken.valueOf(replay.broken.codeOf(x));
            right.add(x, good, false);
            broken.add(x, bad, false);
            replay.changed += std::isfinite(x) && good != bad ? 1 : 0;
        }
        if (execution.progress) {
            execution.progress(double(at) / double(values.size()));
        }
    }
    replay.count = right.count;
    replay.sqnrRight = decibels(right.signal, right.error(), right.count);
    replay.sqnrBroken = decibels(broken.signal, broken.error(), broken.count);
    return replay;
}

}  // namespace zeropoint
