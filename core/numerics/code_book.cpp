// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/code_book.h"

#include "core/numerics/rounding.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {
namespace {

/// How many levels are at or below the value.
std::size_t rankOf(const NumberFormat& format, double value) {
    std::size_t rank = 0;
    for (const float level : format.levels) {
        rank += level <= value ? 1 : 0;
    }
    return rank;
}

bool choosesUpper(std::uint8_t lower, double below, double value, double above,
                  const EncodeOptions& options) {
    // Exact: the levels are floats of like size, so their sum fits a double.
    const double middle = (below + above) / 2;
    const bool negative = middle < 0;  // then the upper level is the one nearer to zero
    Remainder remainder;
    remainder.half = value < middle    ? Remainder::Half::Below
                     : value == middle ? Remainder::Half::Tie
                                       : Remainder::Half::Above;
    if (options.rounding == Rounding::NearestEven) {
        // Between -1 and 1 there is no even neighbour: 0 has the sign +, as binary networks take
        // it (Courbariaux et al. 2015, equation 1).
        return remainder.half == Remainder::Half::Above ||
               (remainder.half == Remainder::Half::Tie && ((lower & 1) != 0 || middle == 0));
    }
    if (options.rounding == Rounding::Stochastic) {
        const double share = (value - below) / (above - below);
        return static_cast<std::uint64_t>(std::ldexp(share, 64)) > options.random;
    }
    if (options.rounding == Rounding::TowardZero) {
        // A gap around zero without a level of zero: there is nothing nearer to zero to go to, and
        // 0 itself has the sign + as above.
        const bool aroundZero = below < 0 && above > 0;
        return aroundZero ? remainder.half == Remainder::Half::Above || value == 0 : value < 0;
    }
    if (options.rounding == Rounding::HalfAway && negative) {
        return remainder.half == Remainder::Half::Above;
    }
    return roundsAway(options, false, false, remainder);
}

}  // namespace

std::uint64_t encodeCodeBook(const NumberFormat& format, double value,
                             const EncodeOptions& options) {
    const double x = std::isnan(value) ? 0.0 : value;
    const std::size_t rank = rankOf(format, x);
    if (rank == 0) {
        return format.order.front();
    }
    const std::uint8_t lower = format.order[rank - 1];
    if (rank == format.order.size() || format.book[lower] == x) {
        return lower;
    }
    const std::uint8_t upper = format.order[rank];
    return choosesUpper(lower, format.book[lower], x, format.book[upper], options) ? upper : lower;
}

std::uint64_t stepCodeBook(const NumberFormat& format, std::uint64_t code, bool up) {
    if (code >= format.book.size()) {
        return code;
    }
    const float value = format.book[code];
    std::uint64_t result = code;
    for (std::size_t i = 0; i < format.order.size(); ++i) {
        const std::uint8_t other = format.order[up ? i : format.order.size() - 1 - i];
        if (up ? format.book[other] > value : format.book[other] < value) {
            result = other;
            break;
        }
    }
    return result;
}

double codeBookStep(const NumberFormat& format, double value) {
    std::size_t upper = std::clamp<std::size_t>(rankOf(format, value), 1, format.order.size() - 1);
    std::size_t lower = upper - 1;
    while (lower > 0 && format.book[format.order[lower]] == format.book[format.order[upper]]) {
        --lower;
    }
    return static_cast<double>(format.book[format.order[upper]]) -
           static_cast<double>(format.book[format.order[lower]]);
}

}  // namespace zeropoint
