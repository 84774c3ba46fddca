// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/affine.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"

#include <cstdint>
#include <optional>

namespace zeropoint {

/// How a unit's scale comes out of its range, for those who explain it: quotient = numerator /
/// divisor, which the scale format then rounds.
struct ScaleEquation {
    enum class Kind {
        Cast,       ///< a plain cast has no scale
        Zeros,      ///< no level other than 0 is of use: a range of nothing but 0, or one so small
                    ///< that 0 is nearer than the levels of the smallest scale
        Width,      ///< numerator: max - min, both ends moved to take in 0
        Magnitude,  ///< numerator: max |x|
        Above,      ///< numerator: max, which asks a code book for more than min does
        Below,      ///< numerator: min, and the divisor is the lowest level
    };
    Kind kind = Kind::Cast;
    RealRange range;  ///< with 0 in it; like ends where the scheme is symmetric
    double numerator = 0;
    double divisor = 1;    ///< steps between the codes' ends, or the level on which an end falls
    double quotient = 1;   ///< before the scale format
    bool epsilon = false;  ///< PyTorch: less than the epsilon of float32, which stands in
};

/// How its zero point comes out of range and scale.
struct ZeroPointEquation {
    enum class Kind {
        None,        ///< the format's levels need none
        Zero,        ///< symmetric codes of both signs, and an asymmetric unit of zeros
        Middle,      ///< symmetric codes from 0 on: the code in the middle
        LowestEnd,   ///< round(code - end / scale): qmin and min
        HighestEnd,  ///< the same of qmax and max: TFLite, where that end rounds less
        RoundFirst,  ///< code - round(end / scale): PyTorch, qmin and min
    };
    Kind kind = Kind::None;
    std::int32_t code = 0;
    double end = 0;
    /// The outermost code, where a scale that its format rounded down asks for one beyond it.
    std::optional<std::int32_t> limit;
};

struct ParamEquation {
    ScaleEquation scale;
    ZeroPointEquation zeroPoint;
};

/// The equation behind chooseParams(lo, hi, scheme); docs/DEFINITIONS.md lists the conventions and
/// their sources. The range is finite with lo <= hi. Fails as chooseParams does.
Result<ParamEquation> paramEquation(double lo, double hi, const QuantScheme& scheme);

/// How many times finer the steps of an integer scheme get by `more` bits (less: below 1), before
/// the scale format: twice and a little by one, for its convention counts the steps between codes,
/// not the codes. 1 where either scheme is none of integers.
double timesFiner(const QuantScheme& scheme, int more);

}  // namespace zeropoint
