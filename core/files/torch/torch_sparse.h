// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/stored_tensor.h"

#include <optional>

namespace zeropoint {

/// The parts of a sparse tensor as PyTorch pickles them.
struct SparseParts {
    /// Coordinates: (dimensions x entries) places. Compressed: where the entries of each row begin
    /// (rows + 1), and the column of each entry; the same by columns where `columnsFirst`.
    StoredTensor indices;
    std::optional<StoredTensor> starts{};
    bool columnsFirst = false;
    StoredTensor values;  ///< entries, each one value or a dense block of the last dimensions
};

/// The tensor with its zeros: one tensor of `shape` that is read as if it were stored dense.
/// Entries of one place are added up, as PyTorch does. Where the parts do not fit each other, or
/// would be spread over so many zeros that nobody can want them, it is listed with the reason.
/// Whether the places lie inside the shape is seen when the values are read (Malformed).
StoredTensor sparseTensor(const std::string& name, const Shape& shape, SparseParts parts);

}  // namespace zeropoint
