// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/stored_tensor.h"
#include "core/support/error.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace zeropoint {

/// Which codes a stored tensor's values can have.
struct CodeRangeOf {
    std::string format;  ///< "Q4_K", "int4"
    std::int32_t firstCode = 0;
    std::size_t codes = 0;
};

/// The codes of single values of a tensor that is stored in blocks or packed: as they stand in the
/// file, before scales and zero points. One thread at a time; the tensor outlives it.
class StoredCodes {
public:
    explicit StoredCodes(const StoredTensor& tensor) : m_tensor(&tensor) {}

    /// Nothing where the tensor stores values, or its format has none of a fixed width.
    Result<std::optional<CodeRangeOf>> range() const;

    /// Of the value at `index` in row-major order; quick for neighbours. ReadFailed where the file
    /// has changed. Only where there is a range.
    Result<std::int32_t> codeAt(std::uint64_t index);

private:
    const StoredTensor* m_tensor;
    std::uint64_t m_block = UINT64_MAX;  ///< that is in m_bytes
    std::vector<std::byte> m_bytes;
};

}  // namespace zeropoint
