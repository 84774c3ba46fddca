// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/stored_tensor.h"

#include <string>
#include <string_view>

namespace zeropoint {

/// What torchao's Int4Tensor and Int4PlainInt32Tensor keep: codes of four bits two a byte along the
/// rows, the first in the low bits, and beside them one number a group with the groups before the
/// rows, as matrix products want them.
struct Int4Parts {
    StoredTensor codes;   ///< I8 or U8 [..., rows, columns / 2], or I32 [rows, columns / 8]
    StoredTensor scales;  ///< [..., groups, rows]
    StoredTensor zeros;   ///< likewise: of words the zero points, of bytes the value of code 0
    Shape shape;          ///< of the weight, two or three axes
    Shape block;          ///< {1, ..., values that share a scale}
};

/// Whether a class of torchao's keeps such parts.
bool isPlainInt4(std::string_view className);

/// The weight that the parts stand for. Bytes hold codes from -8 to 7 and value = scale * code +
/// zero; 32-bit words hold codes from 0 to 15 and value = scale * (code - zero), which is so of the
/// words that were packed for Intel's devices: their zero points are bytes. Listed with the reason
/// where the parts do not fit each other, or where words were packed in another order.
StoredTensor int4Weight(const std::string& name, Int4Parts parts);

}  // namespace zeropoint
