// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace zeropoint {

/// A view of S sequences of L positions each, as a model takes them in.
template <typename T>
struct Batch {
    std::size_t sequences = 0;              ///< S
    std::size_t length = 0;                 ///< L, at most the model's context
    std::size_t firstSequence = 0;          ///< place of the first one in the batch it was cut from
    std::span<const std::int32_t> tokens;   ///< [S * L]; empty for patches
    std::span<const T> patches;             ///< [S * L, patchSize]; empty for tokens
    std::span<const std::int32_t> targets;  ///< [S * L], or [S] when pooled; -1 is not scored

    /// The sequences [begin, begin + count) of it.
    Batch slice(std::size_t begin, std::size_t count) const {
        const auto part = [this, begin, count](auto values) {
            const std::size_t each = sequences == 0 ? 0 : values.size() / sequences;
            return values.subspan(begin * each, count * each);
        };
        return {count, length, firstSequence + begin, part(tokens), part(patches), part(targets)};
    }
};

}  // namespace zeropoint
