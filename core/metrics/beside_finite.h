// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace zeropoint {

bool allFinite(std::span<const float> values);

/// Those of `others` whose partners in `values`, a span of the same length, are finite, in order:
/// what figures and distributions count. A NaN has no error, whatever a format makes of it.
std::vector<float> besideFinite(std::span<const float> values, std::span<const float> others);

}  // namespace zeropoint
