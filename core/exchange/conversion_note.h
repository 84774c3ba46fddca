// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace zeropoint {

/// What somebody should know of a file that was written, beside what it holds.
struct ConversionNote {
    enum class Kind {
        WiderType,     ///< `count` weights whose rows do not fill the blocks asked for are `detail`
        OwnNames,      ///< names are as in the source: there is no map for models of `detail`
        NoTokenizer,   ///< the file has no vocabulary, for the reason `detail`
        NotCarried,    ///< a setting of the model has no place in the file: `detail`
        Approximated,  ///< readers of the format compute `detail` a little differently
        Singles,       ///< `count` tensors of a type of more digits are written as float32
        Infinite,   ///< `count` values beyond float32, or infinite already, are written as infinite
        Saturated,  ///< `count` values beyond F16 are written as its largest
    };
    Kind kind = Kind::WiderType;
    std::size_t count = 0;
    std::string detail;
};

}  // namespace zeropoint
