// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/codes/coded_values.h"
#include "core/files/stored_tensor.h"

#include <cstdint>
#include <optional>

namespace zeropoint {

/// Tensors out of which a grid is made. Zeros of one value stand for all entries, and so do scales.
struct GridTensors {
    StoredTensor scales;
    std::optional<StoredTensor> zeros{};
    std::optional<StoredTensor> biases{};
    float factor = 1;   ///< of all scales
    float divisor = 1;  ///< of all scales
};

/// Reads the tensors when the grid is asked for; `entries` is what gridEntries() says.
LoadGrid gridOfTensors(GridTensors tensors, std::int64_t entries);

/// All values of a tensor of one or of `entries` values, repeated when it is one. Unsupported for
/// one that is listed without its values.
Result<std::vector<float>> gridValues(const StoredTensor& tensor, std::int64_t entries);

/// Whether a tensor has one value or as many as there are entries.
bool fitsGrid(const StoredTensor& tensor, std::int64_t entries);

/// Sets rows, columns and the grid's layout for scales along an axis of a shape (-1: one for all)
/// and, where `block` is not 0, one for so many along it. False when they do not fit.
bool layAlong(CodedWeight& weight, const Shape& shape, std::int64_t axis, std::int64_t block = 0);

/// The levels of 8-bit codes by the type that they are stored in, and what their format is called;
/// nothing for a type whose elements are no such codes.
struct ByteCodes {
    CodeLevels levels;
    const char* format = "";
};
std::optional<ByteCodes> byteCodesOf(DType dtype);

/// A tensor that stands for the weight: its shape, all bytes of the parts, who packed it.
StoredTensor packedTensor(std::string name, Shape shape, PackedWeight packed, std::uint64_t bytes,
                          CodedWeight weight);

/// The same as far as it is known, where its values are not read for a reason.
StoredTensor unreadWeight(std::string name, StoredTensor codes, Shape shape, PackedWeight packed,
                          std::uint64_t bytes, std::string reason);

}  // namespace zeropoint
