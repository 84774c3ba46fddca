// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace zeropoint {

/// How a file stores the elements of a tensor. The names are those of safetensors.
enum class DType {
    F64,
    F32,
    F16,
    BF16,
    F8E4M3,
    F8E5M2,
    F8E4M3Fnuz,
    F8E5M2Fnuz,
    F8E8M0,
    F6E2M3,
    F6E3M2,
    F4E2M1,
    I64,
    I32,
    I16,
    I8,
    U64,
    U32,
    U16,
    U8,
    I4,
    U4,
    I2,
    U2,
    Bool,
    C64,
    C128,
    F80,    ///< x87's 80 bits, stored in 16 bytes: numpy's longdouble on x86
    Block,  ///< GGUF blocks that share scales: the file's own name says which
    Unknown,
};

/// "F32", "BF16", "F8_E4M3", ... as safetensors writes them.
std::string_view dtypeName(DType dtype);

/// The dtype of exactly that name; Unknown when there is none.
DType dtypeFromName(std::string_view name);

/// Bits of one element; 0 for Block and Unknown.
std::size_t dtypeBits(DType dtype);

}  // namespace zeropoint
