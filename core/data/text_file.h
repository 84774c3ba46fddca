// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <filesystem>
#include <string>

namespace zeropoint {

constexpr std::uintmax_t largestTextFile = std::uintmax_t{64} << 20;

/// The whole file as UTF-8 text. Says which it is when the file cannot be read, is empty, is
/// above 64 MB, or is not text (a NUL byte, or bytes that are not UTF-8, with their offset).
Result<std::string> readTextFile(const std::filesystem::path& file);

}  // namespace zeropoint
