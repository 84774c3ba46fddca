// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <string>

namespace zeropoint {

/// The text of a file of at most 16 MiB: NotFound, ReadFailed, TooLarge with the given remedy.
Result<std::string> readSmallFile(const std::string& path, const char* remedy);

}  // namespace zeropoint
