// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/memory_options.h"
#include "core/memory/estimate.h"

#include <string>
#include <vector>

namespace zeropoint::cli {

/// Options of `memory` that have no part in what was asked, such as the rank of adapters in
/// inference: the estimate is the same with another value.
std::vector<std::string> idleOptions(const MemoryOptions& options, const MemoryEstimate& estimate);

}  // namespace zeropoint::cli
