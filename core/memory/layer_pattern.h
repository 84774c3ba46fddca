// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/architecture.h"

#include <string_view>

namespace zeropoint {

/// Layers in short: runs of a count and a letter, parts apart by blanks, a part repeated by "Nx".
/// "32F", "8x5S1F", "5x5S1F 4S". Malformed when it is not of that form or has over 4,096 layers.
Result<std::vector<LayerKind>> parseLayerPattern(std::string_view text);

/// The shortest of the texts that read back to these layers as runs, or as one repeated part.
std::string layerPatternText(const std::vector<LayerKind>& layers);

}  // namespace zeropoint
