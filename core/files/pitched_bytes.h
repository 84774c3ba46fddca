// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/byte_source.h"

#include <cstdint>
#include <memory>

namespace zeropoint {

/// Stretches of `width` bytes, `count` of them, each `bytes` after the one before.
struct Pitch {
    std::uint64_t first = 0;
    std::uint64_t bytes = 0;
    std::uint64_t width = 0;
    std::uint64_t count = 0;
};

/// The stretches as bytes that follow each other: a field of all records, rows without their
/// padding. All of them must lie inside the whole.
std::shared_ptr<const ByteSource> pitchedBytes(std::shared_ptr<const ByteSource> whole,
                                               const Pitch& pitch);

}  // namespace zeropoint
