// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace zeropoint {

/// How the largest magnitude of an MX block becomes the power of two that its values share; emax is
/// the exponent of the largest element.
enum class ScaleRule {
    Floor,  ///< OCP MX 1.0: 2^(floor(log2 amax) - emax); the top values may clip
    Ceil,   ///< the smallest power of two that clips nothing: amax / scale <= largest element
    Even,   ///< floor, after amax is rounded to the element's mantissa bits (nearest even)
};

}  // namespace zeropoint
