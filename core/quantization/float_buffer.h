// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>

namespace zeropoint {

/// Room for `size` floats that every one will be written to: not cleared, and in large pages where
/// the system has them. Touching 64 MiB of fresh small pages takes five times as long as
/// quantizing into them.
struct FloatBuffer {
    explicit FloatBuffer(std::size_t size);

    std::shared_ptr<void> owner;
    std::span<float> values;
};

}  // namespace zeropoint
