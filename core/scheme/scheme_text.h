// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"

#include <string>
#include <utility>
#include <vector>

namespace zeropoint {

/// What shares a scale, as the option --per writes it: "tensor", "channel", "group:32"; of a block
/// format "block:32".
std::string perText(const QuantScheme& scheme);

/// What a written file says of the scheme to people who look into it: names and values. Without
/// what its format does not have: a plain cast has no scale that something could share.
std::vector<std::pair<std::string, std::string>> schemeMetadata(const QuantScheme& scheme);

}  // namespace zeropoint
