// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/weight_file.h"
#include "core/support/error.h"

#include <string>

namespace zeropoint {

/// InvalidArgument where a path leads, by whatever links, to a file that the weights are read from:
/// what is written there would take their place.
Result<void> checkNotOver(const WeightFile& file, const std::string& path);
/// The same of any other file that is read; an empty name is none.
Result<void> checkNotOver(const std::string& file, const std::string& path);

}  // namespace zeropoint
