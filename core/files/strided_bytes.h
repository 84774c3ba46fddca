// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/stored_tensor.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace zeropoint {

/// Elements [first, first + out.size() / size) of a strided tensor in row-major order, as they
/// stand in the file (`size` = whole bytes of one element of its dtype). Only the part of the
/// storage that holds them is read, in pieces: memory does not grow with the storage.
Result<void> readStridedBytes(const StoredTensor& tensor, std::uint64_t first,
                              std::span<std::byte> out);

/// The tensor as the row-major list of its storage when its strides only permute it, so that a
/// figure that does not depend on the order can be taken in one pass; else nothing.
std::optional<StoredTensor> permutedStorage(const StoredTensor& tensor);

/// The elements of a tensor with strides as bytes that follow each other in row-major order. Reads
/// must begin and end at whole elements.
std::shared_ptr<const ByteSource> gatheredBytes(StoredTensor tensor);

}  // namespace zeropoint
