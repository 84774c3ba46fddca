// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// Why a tensor of a code that ggufType() does not know is not decoded, its name where somebody
/// gave it one: types that were removed, and those of other programs.
struct GgufStranger {
    std::string name;
    std::string reason;
};
GgufStranger ggufStranger(std::uint32_t code);

}  // namespace zeropoint
