// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace zeropoint {

enum class ActivationKind {
    Gelu,  ///< x * Phi(x) with the exact error function (Hendrycks and Gimpel 2016)
    Silu,  ///< x / (1 + e^-x)
};

/// Element by element; all spans have one length.
/// y = f(x); derivative = f'(x), kept for the backward pass (empty: not wanted).
template <typename T>
void activationForward(ActivationKind kind, std::span<const T> x, std::span<T> y,
                       std::span<T> derivative);

/// gradient of y -> gradient of x, in place: gradient *= derivative.
template <typename T>
void activationBackward(std::span<const T> derivative, std::span<T> gradient);

}  // namespace zeropoint
