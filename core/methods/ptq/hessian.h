// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstddef>
#include <span>
#include <vector>

namespace zeropoint {

/// H = 2/n X^T X [width, width] of the rows X [n, width]: the second derivative of a linear
/// layer's mean squared output error by one row of its weight. Cancelled.
Result<std::vector<double>> inputHessian(std::span<const float> rows, std::size_t width,
                                         const Execution& execution = {});

/// What rounding costs at the output, for each row of a weight: (w' - w) H (w' - w)^T / 2, the mean
/// squared error of that output. exact and changed [out, in].
std::vector<double> outputErrors(std::span<const float> exact, std::span<const float> changed,
                                 std::span<const double> hessian);

}  // namespace zeropoint
