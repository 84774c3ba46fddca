// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/memory_options.h"
#include "core/memory/estimate.h"

namespace zeropoint::cli {

/// The model that the options name: an id, a file, sizes by hand, or a count of parameters, which
/// sizes beside it give a cache and activations.
Result<void> readMemoryModel(const MemoryOptions& options, MemoryRequest& request);

}  // namespace zeropoint::cli
