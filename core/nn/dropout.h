// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace zeropoint {

/// Which numbers a dropout site draws: the mask of a sequence depends on these alone, never on the
/// thread, the shard or what ran before, so that a resumed or parallel run drops the same values.
struct DropoutKey {
    std::uint64_t seed = 0;
    std::uint64_t step = 0;
    std::uint64_t site = 0;      ///< one number for each place in the model
    std::uint64_t sequence = 0;  ///< index of the first sequence within the whole batch
};

/// Inverted dropout: values [sequences * perSequence] are zeroed with probability `rate` in
/// [0, 1), the others divided by 1 - rate. mask (same length) keeps the factors 0 or 1/(1 - rate).
template <typename T>
void dropoutForward(double rate, const DropoutKey& key, std::size_t perSequence,
                    std::span<T> values, std::span<T> mask);

/// gradient *= mask
template <typename T>
void dropoutBackward(std::span<const T> mask, std::span<T> gradient);

}  // namespace zeropoint
