// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zeropoint {

/// Pairs of names, those of A first, in the order in which they are given.
using NameMap = std::vector<std::pair<std::string, std::string>>;

/// A user's own pairs: a JSON object {"name in a": "name in b"}. Malformed with the place; the
/// same name twice on one side is InvalidArgument.
Result<NameMap> parseNameMap(std::string_view json, const std::string& where = {});

/// The same from a file. NotFound, ReadFailed, TooLarge above 64 MiB.
Result<NameMap> readNameMap(const std::string& path);

}  // namespace zeropoint
