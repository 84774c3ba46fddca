// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/codes/coded_values.h"
#include "core/files/stored_tensor.h"

#include <string>
#include <string_view>

namespace zeropoint {

/// What codes that are wider than a byte are called ("int16"); empty for a type whose elements are
/// no such codes.
std::string_view wideFormat(DType dtype);

/// packedTensor() for codes that are wider than a byte, a bias of 32 bits or weights of 16: value =
/// scale * (code - zero point). Of `weight` the columns, the layout and the grid are used, which
/// say which entry is whose as for narrower codes; there are too many codes to list what each
/// stands for, so that gridAt() is refused with ErrorCode::Unsupported.
StoredTensor wideTensor(std::string name, StoredTensor codes, PackedWeight packed,
                        std::uint64_t bytes, const CodedWeight& weight);

}  // namespace zeropoint
