// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"

#include <cstddef>
#include <span>

namespace zeropoint {

/// Values that are not finite, which figures leave out, and how many are left.
struct LeftOut {
    std::size_t nan = 0;
    std::size_t infinite = 0;
    std::size_t finite = 0;

    void join(const LeftOut& other);
};
LeftOut leftOutOf(std::span<const float> values);

/// What a scheme stores for them.
enum class NotFiniteAs { Zero, Nan, Infinity, LargestLevel, LargestOfBlock };
struct StoredNotFinite {
    NotFiniteAs nan = NotFiniteAs::Zero;
    NotFiniteAs infinite = NotFiniteAs::LargestLevel;
};
StoredNotFinite storedNotFinite(const QuantScheme& scheme);

/// Whether finite values read back as infinite or NaN: a plain cast whose values reach beyond its
/// format. What a scale reaches is for the error report to say.
bool overflows(std::span<const float> values, const QuantScheme& scheme);

}  // namespace zeropoint
