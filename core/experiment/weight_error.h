// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace zeropoint {

/// 10 log10(sum w^2 / sum (w - w')^2) in dB, accumulated in double; infinite for equal values.
double weightSqnrDb(std::span<const float> weights, std::span<const float> changed);

}  // namespace zeropoint
