// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace zeropoint {

struct StoredTensor;

/// Whole blocks of a tensor that is stored in them, from block `first` on, as the block formats
/// decode them. Those of a big-endian GGUF file are turned into little-endian ones: the words that
/// ggml's decoders load as words (scales, and some packed codes) have their bytes reversed; codes
/// of single bytes are the same in both orders. ReadFailed where the file has changed.
Result<void> readStoredBlocks(const StoredTensor& tensor, std::uint64_t first,
                              std::span<std::byte> out);

}  // namespace zeropoint
