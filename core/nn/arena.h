// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/aligned_vector.h"

#include <cstddef>
#include <span>
#include <vector>

namespace zeropoint {

/// The memory of one pass through a model: taken piece by piece, given back all at once. The
/// first pass grows it; every later pass of the same or a smaller size allocates nothing.
class Arena {
public:
    /// `count` values on a cache-line border. Their contents are what the last pass left there.
    template <typename T>
    std::span<T> take(std::size_t count) {
        return {reinterpret_cast<T*>(takeBytes(count * sizeof(T))), count};
    }
    /// As take, all zero.
    template <typename T>
    std::span<T> takeZero(std::size_t count) {
        const std::span<T> values = take<T>(count);
        for (T& value : values) {
            value = T(0);
        }
        return values;
    }

    /// A place in the arena to come back to. Pieces taken after `mark` are free after `release`.
    struct Mark {
        std::size_t block = 0;
        std::size_t used = 0;
    };
    Mark mark() const { return m_mark; }
    void release(const Mark& mark) { m_mark = mark; }
    void reset() { m_mark = {}; }

    /// Bytes held, used or not.
    std::size_t capacity() const;

private:
    std::byte* takeBytes(std::size_t bytes);

    std::vector<AlignedVector<std::byte>> m_blocks;
    Mark m_mark;
};

}  // namespace zeropoint
