// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/run_result.h"

#include <string_view>
#include <vector>

namespace zeropoint {

/// The single runs of what `zeropoint-cli experiment --json` prints. It holds no weights, no curve
/// and no settings, and single test items only with --items: what needs those is empty. Without
/// items no test on them is paired (accuracy_statistics.h). Malformed.
Result<std::vector<RunResult>> reportedRuns(std::string_view report);

}  // namespace zeropoint
