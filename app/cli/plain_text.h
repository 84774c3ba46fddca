// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace zeropoint::cli {

/// A name from a file as a terminal may show it: control characters and those that turn the
/// direction of writing become \xNN, so that a name can neither colour nor reorder a line.
std::string plainText(std::string_view text);

}  // namespace zeropoint::cli
