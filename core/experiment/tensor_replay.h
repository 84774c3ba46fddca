// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/historic_bug.h"

#include <cstddef>
#include <span>

namespace zeropoint {

/// One tensor quantized twice with one scale, zero point and number of bits from its min-max: done
/// right, and with a bug.
struct TensorReplay {
    BugGrid right;
    BugGrid broken;
    double sqnrRight = 0;     ///< dB over the finite values; infinite without an error
    double sqnrBroken = 0;    ///< the same
    std::size_t count = 0;    ///< finite values
    std::size_t changed = 0;  ///< of them those that the bug reads back otherwise
};

/// Values that are not finite are left out. `bits` 2 to 8. InvalidArgument where no two
/// of them differ. Cancelled.
Result<TensorReplay> replayTensor(std::span<const float> values, int bits, HistoricBug bug,
                                  const Execution& execution = {});

}  // namespace zeropoint
