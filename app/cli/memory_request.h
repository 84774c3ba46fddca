// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/memory_options.h"
#include "core/memory/catalogue.h"
#include "core/memory/estimate.h"

namespace zeropoint::cli {

/// The user's own entries before the shipped ones.
Result<std::vector<Architecture>> knownArchitectures(const MemoryOptions& options);
Result<std::vector<Device>> knownDevices(const MemoryOptions& options);

/// What the options ask; InvalidArgument names the option that is at fault.
Result<MemoryRequest> memoryRequestOf(const MemoryOptions& options);

}  // namespace zeropoint::cli
