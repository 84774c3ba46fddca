// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace zeropoint {

/// A time from several runs: the fastest, and how far the third fastest lies above it (a share).
/// What other programs do makes runs slower and none faster, so a time that three runs agree on is
/// that of an undisturbed one, however slow the rest was. More than `unsteady` means that there
/// were no three of them.
struct Timing {
    static constexpr double unsteady = 0.1;
    double seconds = 0;
    double spread = 0;
    bool isSteady() const { return spread <= unsteady; }
};
/// Of runs in any order; at least one.
Timing timingOf(std::vector<double> seconds);

/// How often something is repeated.
struct Patience {
    int leastRuns = 5;
    double settled = 0.03;   ///< a spread that needs no further run
    double mostSeconds = 1;  ///< after which it is left as it is
};

/// A work of several parts, run in turn again and again: the sum of each part's own timing. A short
/// part finds an undisturbed moment where the whole would not. `secondsOf` runs a part; its error
/// ends it.
Result<Timing> repeatedTiming(std::size_t parts, const Patience& patience,
                              const std::function<Result<double>(std::size_t part)>& secondsOf);

/// What other programs take of the processors from its making on.
class OthersLoad {
public:
    OthersLoad();
    /// 0 (all is ours or idle) to 1; negative where the system does not tell.
    double share() const;

private:
    double m_busy = -1;  ///< seconds of all processors
    double m_own = 0;
    double m_start = 0;
};

}  // namespace zeropoint
