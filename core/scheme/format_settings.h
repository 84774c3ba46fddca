// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"

#include <string_view>

namespace zeropoint {

/// Which settings of a scheme its format follows. One that is not followed means nothing there: it
/// is refused where it is typed, offered nowhere, and no sentence or figure is of it.
struct FormatSettings {
    enum class Kind {
        Integer,
        Levels,  ///< levels times a scale: FP8, FP4, NF4
        Cast,    ///< FP16, BF16, FP32: the values themselves, rounded
        Blocks,  ///< blocks choose their scales by rules of their own
    };
    Kind kind = Kind::Integer;
    bool scale = true;       ///< granularity, axis, group size, range, how scales are stored
    bool zeroPoint = true;   ///< symmetric or not, narrow codes, conventions
    bool rounding = true;    ///< and the seed of the stochastic one
    bool overflow = false;   ///< what becomes of values beyond the largest level
    bool scaleRule = false;  ///< of MX scales
};

/// Of the id of a number or block format. E8M0, which holds no values, and ids that there are not
/// follow no setting.
FormatSettings settingsOf(std::string_view format);

/// The scheme with every setting that its format ignores at its default: schemes that mean the same
/// are equal, and whoever reads a setting reads one that acts.
QuantScheme followed(QuantScheme scheme);

}  // namespace zeropoint
