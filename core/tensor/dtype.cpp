// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/dtype.h"

#include <array>

namespace zeropoint {
namespace {

struct Row {
    DType dtype;
    std::string_view name;
    std::size_t bits;
};

constexpr std::array rows = {
    Row{DType::F64, "F64", 64},
    Row{DType::F32, "F32", 32},
    Row{DType::F16, "F16", 16},
    Row{DType::BF16, "BF16", 16},
    Row{DType::F8E4M3, "F8_E4M3", 8},
    Row{DType::F8E5M2, "F8_E5M2", 8},
    Row{DType::F8E4M3Fnuz, "F8_E4M3FNUZ", 8},
    Row{DType::F8E5M2Fnuz, "F8_E5M2FNUZ", 8},
    Row{DType::F8E8M0, "F8_E8M0", 8},
    Row{DType::F6E2M3, "F6_E2M3", 6},
    Row{DType::F6E3M2, "F6_E3M2", 6},
    Row{DType::F4E2M1, "F4", 4},
    Row{DType::I64, "I64", 64},
    Row{DType::I32, "I32", 32},
    Row{DType::I16, "I16", 16},
    Row{DType::I8, "I8", 8},
    Row{DType::U64, "U64", 64},
    Row{DType::U32, "U32", 32},
    Row{DType::U16, "U16", 16},
    Row{DType::U8, "U8", 8},
    Row{DType::I4, "I4", 4},
    Row{DType::U4, "U4", 4},
    Row{DType::I2, "I2", 2},
    Row{DType::U2, "U2", 2},
    Row{DType::Bool, "BOOL", 8},
    Row{DType::C64, "C64", 64},
    Row{DType::C128, "C128", 128},
    Row{DType::F80, "F80", 128},
    Row{DType::Block, "BLOCK", 0},
    Row{DType::Unknown, "UNKNOWN", 0},
};

const Row& row(DType dtype) {
    for (const Row& candidate : rows) {
        if (candidate.dtype == dtype) {
            return candidate;
        }
    }
    return rows.back();
}

}  // namespace

std::string_view dtypeName(DType dtype) {
    return row(dtype).name;
}

DType dtypeFromName(std::string_view name) {
    for (const Row& candidate : rows) {
        if (candidate.name == name) {
            return candidate.dtype;
        }
    }
    return DType::Unknown;
}

std::size_t dtypeBits(DType dtype) {
    return row(dtype).bits;
}

}  // namespace zeropoint
