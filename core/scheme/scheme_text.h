// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"

#include <string>

namespace zeropoint {

/// What shares a scale, as the option --per writes it: "tensor", "channel", "group:32"; of a block
/// format "block:32".
std::string perText(const QuantScheme& scheme);

}  // namespace zeropoint
