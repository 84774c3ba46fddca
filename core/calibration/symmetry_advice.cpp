// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/symmetry_advice.h"

#include "core/calibration/exact_error.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace zeropoint {
namespace {

constexpr double worthwhileDb = 0.5;

int widthOf(const QuantScheme& scheme) {
    const NumberFormat* format = findNumberFormat(scheme.format);
    return format != nullptr && format->kind == FormatKind::Integer ? format->bits : 8;
}

Result<double> minMaxDb(const Summary& summary, std::span<const float> values, int bits,
                        bool symmetric, const Execution& execution) {
    QuantScheme scheme;
    scheme.format = (symmetric ? "int" : "uint") + std::to_string(bits);
    scheme.symmetric = symmetric;
    const double lo = std::min(summary.min, 0.0);
    const double hi = std::max(summary.max, 0.0);
    return exactError(values, lo, hi, scheme, execution).map([](const RangeError& error) {
        return error.sqnrDb;
    });
}

/// Codes of the symmetric grid between the least and the greatest value, as a share of all.
double unusedShare(const Summary& summary, int bits) {
    const double largest = std::max(std::abs(summary.min), std::abs(summary.max));
    const double half = std::ldexp(1.0, bits - 1);
    const double scale = largest / (half - 1);
    const double first = std::max(-half, std::nearbyint(summary.min / scale));
    const double last = std::min(half - 1, std::nearbyint(summary.max / scale));
    return 1 - (last - first + 1) / (2 * half);
}

/// The same with a zero point: the range is widened to 0, which may lie beyond the values.
double unusedWithZeroPoint(const Summary& summary, int bits) {
    const double low = std::min(summary.min, 0.0);
    const double codes = std::ldexp(1.0, bits);
    const double scale = (std::max(summary.max, 0.0) - low) / (codes - 1);
    const double zero = std::nearbyint(-low / scale);
    const auto codeOf = [&](double x) {
        return std::clamp(std::nearbyint(x / scale) + zero, 0.0, codes - 1);
    };
    return 1 - (codeOf(summary.max) - codeOf(summary.min) + 1) / codes;
}

}  // namespace

Result<SymmetryAdvice> adviseSymmetry(const Summary& summary, std::span<const float> values,
                                      const QuantScheme& scheme, const Execution& execution) {
    SymmetryAdvice advice;
    const double largest = std::max(std::abs(summary.min), std::abs(summary.max));
    if (summary.finite == 0 || largest == 0) {
        const double undefined = std::numeric_limits<double>::quiet_NaN();
        advice.skew = advice.meanShare = advice.wastedCodes = advice.wastedAsymmetric = undefined;
        advice.symmetricDb = advice.asymmetricDb = undefined;
        advice.negativeShare = summary.finite == 0 ? undefined : 0;
        return advice;
    }
    const int bits = widthOf(scheme);
    const Result<double> symmetric = minMaxDb(summary, values, bits, true, execution);
    const Result<double> asymmetric = minMaxDb(summary, values, bits, false, execution);
    if (!symmetric || !asymmetric) {
        return tl::unexpected(symmetric ? asymmetric.error() : symmetric.error());
    }
    advice.skew = summary.skew;
    advice.meanShare = summary.mean / largest;
    advice.negativeShare =
        static_cast<double>(summary.negatives) / static_cast<double>(summary.finite);
    advice.wastedCodes = unusedShare(summary, bits);
    advice.wastedAsymmetric = unusedWithZeroPoint(summary, bits);
    advice.symmetricDb = *symmetric;
    advice.asymmetricDb = *asymmetric;
    const bool oneSided = summary.min >= 0 || summary.max <= 0;
    advice.suggestAsymmetric = advice.asymmetricDb - advice.symmetricDb > worthwhileDb;
    advice.reason = !advice.suggestAsymmetric ? SymmetryReason::Balanced
                    : oneSided                ? SymmetryReason::OneSided
                                              : SymmetryReason::Lopsided;
    return advice;
}

}  // namespace zeropoint
