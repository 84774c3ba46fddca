// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/calibrate.h"
#include "core/scheme/error_sums.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <cstddef>
#include <vector>

namespace zeropoint {

/// The sums of measureError for each unit (channel or group) of the scheme alone, in row-major
/// order of the units; reportOf() makes figures of one. InvalidArgument for a calibration of
/// another tensor or scheme, Unsupported for block formats, whose blocks are no units.
Result<std::vector<ErrorSums>> unitErrors(const Tensor& tensor, const QuantScheme& scheme,
                                          const Calibration& calibration,
                                          const Execution& execution = {});

/// Units with the largest mean squared error, the largest first and equal ones in their order; at
/// most `most` of them.
std::vector<std::size_t> worstUnits(const std::vector<ErrorSums>& units, std::size_t most);

}  // namespace zeropoint
