// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/byte_source.h"
#include "core/numerics/block_format.h"
#include "core/tensor/dtype.h"
#include "core/tensor/tensor.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zeropoint {

/// What a file tells of one tensor without its values being read.
struct TensorInfo {
    std::string name;  ///< any text: show it as plain text, never use it as a path
    DType dtype = DType::Unknown;
    std::string dtypeText;  ///< "F32", "BF16"; for blocks and others the file's own word ("Q4_K")
    Shape shape;
    std::uint64_t bytes = 0;   ///< that the values take in the file (inflated, in an archive)
    std::uint64_t offset = 0;  ///< of the first value in its source

    std::int64_t elements() const { return elementCount(shape); }
};

enum class ByteOrder { Little, Big };

/// A tensor's place: where its bytes are and how elements follow each other.
struct StoredTensor {
    TensorInfo info;
    std::shared_ptr<const ByteSource> source;
    ByteOrder order = ByteOrder::Little;
    /// Elements between neighbours along each dimension, not negative; empty: row-major.
    std::vector<std::int64_t> strides;
    /// Not null: the values stand in blocks of this format along the last dimension.
    const BlockFormat* block = nullptr;
    /// Not empty: the values cannot be read, for this reason (they are listed all the same).
    std::string unreadable;
};

/// Limits that a user may raise for files that are trusted.
struct OpenOptions {
    /// Of one member of an archive, inflated.
    std::uint64_t mostInflatedBytes = std::uint64_t{4} << 30;
};

/// What a format's reader finds. Readers check every offset and length against the source before
/// they return, so that reading values later can fail only when the file changes.
struct FileContents {
    std::string_view format;
    std::vector<std::pair<std::string, std::string>> metadata;
    std::vector<StoredTensor> tensors;
};

/// Values [first, first + out.size()) of the tensor in row-major order, as float32.
Result<void> readStoredValues(const StoredTensor& tensor, std::uint64_t first,
                              std::span<float> out);

/// Bytes of `elements` values of a dtype, -1 when they do not fill whole bytes or overflow 63 bits.
std::int64_t storedBytes(DType dtype, std::int64_t elements);

}  // namespace zeropoint
