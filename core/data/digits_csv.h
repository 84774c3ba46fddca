// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace zeropoint {

/// The text of resources/data/digits.csv.
std::string_view digitsCsv();

}  // namespace zeropoint
