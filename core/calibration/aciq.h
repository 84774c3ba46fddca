// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace zeropoint {

/// Analytical clipping (Banner, Nahshan, Soudry 2019, "Post training 4-bit quantization"): the
/// clipping value alpha that minimises a model of the error, clipping plus uniform rounding noise
/// alpha^2 / (3 * 4^bits), for a distribution of unit scale around 0.
/// Gauss, sigma = 1: (1 + a^2)(1 - erf(a / sqrt 2)) - sqrt(2 / pi) a exp(-a^2 / 2).
/// Laplace, b = 1: 2 exp(-a).
/// The rounding part is optimistic at few bits; see the error curve for the true optimum.
double aciqGaussError(double alpha, int bits);
double aciqLaplaceError(double alpha, int bits);

/// alpha / sigma and alpha / b, 1 to 16 bits.
double aciqGaussAlpha(int bits);
double aciqLaplaceAlpha(int bits);

}  // namespace zeropoint
