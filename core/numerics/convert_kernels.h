// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/convert.h"

#include <cstddef>
#include <cstdint>

namespace zeropoint {

/// What a kernel needs beside the spans, prepared once.
struct KernelOptions {
    bool saturate = false;
    float scale = 1;
    float lowest = 0;   ///< qmin - zero point
    float highest = 0;  ///< qmax - zero point
    std::int32_t zeroPoint = 0;
};

/// Loops without branches over `count` values, written for the compiler's vectoriser. Codes of
/// INT4 start at a byte of their own, so only the last kernel of a tensor may see an odd count.
using EncodeKernel = void (*)(const float* in, std::size_t count, std::byte* out,
                              const KernelOptions& options);
using DecodeKernel = void (*)(const std::byte* in, std::size_t count, float* out,
                              const KernelOptions& options);
/// With `streams` they write past the caches (stream_lines.h), and `out` begins on a cache line.
EncodeKernel encodeKernel(BulkFormat format, bool streams = false);
DecodeKernel decodeKernel(BulkFormat format, bool streams = false);

}  // namespace zeropoint
