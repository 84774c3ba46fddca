// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"
#include "core/statistics/summary.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <span>

namespace zeropoint {

/// Why a scheme is suggested.
enum class SymmetryReason {
    OneSided,  ///< all values on one side of 0: the codes of the other side would never be used
    Lopsided,  ///< one side reaches further: a symmetric range wastes codes and precision
    Balanced,  ///< both choices cost the same, and symmetric needs no zero point
    NoValues,  ///< nothing to judge: no value is finite and other than 0; the figures are NaN
};

/// Is this distribution symmetric, and what does the choice cost?
struct SymmetryAdvice {
    double skew = 0;           ///< standardised third moment
    double meanShare = 0;      ///< mean / max |x|: 0 when centred
    double negativeShare = 0;  ///< of the finite values
    // Shares of all codes: those beyond the codes of the least and of the greatest value.
    double wastedCodes = 0;       ///< by the symmetric grid
    double wastedAsymmetric = 0;  ///< with a zero point, whose range reaches 0 too
    double symmetricDb = 0;       ///< SQNR of min-max symmetric with the scheme's width
    double asymmetricDb = 0;      ///< the same with a zero point
    bool suggestAsymmetric = false;
    SymmetryReason reason = SymmetryReason::NoValues;
};

/// Judges with integers of the scheme's width (8 bits for formats that are not integers). A zero
/// point is suggested where it gains more than half a decibel. Both are measured over the values,
/// whose summary it is. Cancelled.
Result<SymmetryAdvice> adviseSymmetry(const Summary& summary, std::span<const float> values,
                                      const QuantScheme& scheme, const Execution& execution = {});

}  // namespace zeropoint
