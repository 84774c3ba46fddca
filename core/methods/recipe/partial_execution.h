// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/parallel.h"

namespace zeropoint {

/// An execution whose progress from 0 to 1 is told as from `from` to `to` of the outer one.
inline Execution partOf(const Execution& execution, double from, double to) {
    Execution part = execution;
    if (execution.progress) {
        part.progress = [outer = execution.progress, from, to](double done) {
            outer(from + (to - from) * done);
        };
    }
    return part;
}

/// What a shard may use: no pool, no progress, the same stop.
inline Execution withinShard(const Execution& execution) {
    return {nullptr, {}, execution.stop};
}

}  // namespace zeropoint
