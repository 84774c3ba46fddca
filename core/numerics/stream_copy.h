// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace zeropoint {

/// Copies from cache to memory past the cache, as memcpy does for large blocks: the lines of
/// `to` are not read first. For results larger than the caches, which nobody reads soon.
/// Whole cache lines only are fast. Call finishStreams() after the last.
void streamCopy(void* to, const void* from, std::size_t bytes);

/// Lets other threads see what was streamed before what this one writes next. It waits for memory:
/// not after every small copy.
void finishStreams();

}  // namespace zeropoint
