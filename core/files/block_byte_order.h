// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/block_format.h"

#include <cstddef>
#include <span>

namespace zeropoint {

/// Turns whole blocks of a big-endian GGUF file into the little-endian ones that the block formats
/// decode: the words that ggml's decoders load as words (scales, and some packed codes) have their
/// bytes reversed; codes of single bytes are the same in both orders.
void swapBlockWords(const BlockFormat& format, std::span<std::byte> blocks);

}  // namespace zeropoint
