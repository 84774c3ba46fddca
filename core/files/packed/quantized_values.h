// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/format_reader.h"
#include "core/files/packed/stored_scheme.h"
#include "core/files/packed_values.h"

#include <memory>
#include <string>

namespace zeropoint {

/// The tensors of a weight that stands in codes with scales, each with bytes that stand side by
/// side; those that the scheme does not have are null.
struct QuantizedParts {
    const StoredTensor* codes = nullptr;  ///< or the blocks
    const StoredTensor* scale = nullptr;  ///< or their codes, doubly quantized
    const StoredTensor* secondScale = nullptr;
    const StoredTensor* scaleMean = nullptr;
    const StoredTensor* zeroPoint = nullptr;
    const StoredTensor* realZero = nullptr;     ///< of HQQ, in its place
    const StoredTensor* tensorScale = nullptr;  ///< of NVFP4
};

/// The values that they stand for, by the arithmetic of dequantize(), or of the real zero points
/// that stored_scheme.h states. Malformed when a part is
/// missing or has not the bytes that the scheme says.
Result<std::shared_ptr<const PackedValues>> quantizedValues(const StoredScheme& stored,
                                                            const QuantizedParts& parts,
                                                            const std::string& where);

/// Puts one weight in the place of the parts of each that the metadata describe
/// (core/files/packed/stored_scheme.h). Malformed where what they say does not fit the parts.
Result<FileContents> joinQuantized(FileContents contents, const std::string& where);

}  // namespace zeropoint
