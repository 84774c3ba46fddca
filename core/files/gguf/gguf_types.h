// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/block_format.h"
#include "core/tensor/dtype.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace zeropoint {

/// One tensor type of GGUF: `values` elements along the fastest dimension take `bytes` bytes.
struct GgufType {
    std::uint32_t code = 0;
    std::string_view name;
    DType dtype = DType::Block;
    std::uint32_t values = 1;
    std::uint32_t bytes = 0;
    std::string_view block{};  ///< id of the block format, empty for a scalar
};

/// Null for a code that is not (or no longer) a type.
const GgufType* ggufType(std::uint32_t code);

/// The type whose elements are those of a dtype; null where GGUF has none.
const GgufType* ggufTypeOf(DType dtype);
/// The type of a block format's blocks; null for formats that are not GGUF's.
const GgufType* ggufTypeOf(const BlockFormat& format);

/// Why a tensor of a code that ggufType() does not know is not decoded, its name where somebody
/// gave it one: types that were removed, and those of other programs.
struct GgufStranger {
    std::string name;
    std::string reason;
};
GgufStranger ggufStranger(std::uint32_t code);

}  // namespace zeropoint
