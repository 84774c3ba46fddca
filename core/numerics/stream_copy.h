// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace zeropoint {

/// Copies from cache to memory past the cache, as memcpy does for large blocks: the lines of
/// `to` are not read first. For results larger than the caches, which nobody reads soon.
void streamCopy(void* to, const void* from, std::size_t bytes);

}  // namespace zeropoint
