// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zeropoint {

/// The entries of a JSON object whose values are all texts, in its order; nothing for any other
/// JSON. In time linear in its bytes, whatever it holds.
std::optional<std::vector<std::pair<std::string, std::string>>> parseTextMap(std::string_view json);

}  // namespace zeropoint
