// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/torch/torch_names.h"

#include <algorithm>
#include <array>

namespace zeropoint {
namespace {

struct NamedDType {
    std::string_view name;
    DType dtype;
};

/// torch.NAME and torch.NAMEStorage of each dtype.
constexpr std::array dtypes = {
    NamedDType{"torch.float64", DType::F64},
    NamedDType{"torch.DoubleStorage", DType::F64},
    NamedDType{"torch.float32", DType::F32},
    NamedDType{"torch.FloatStorage", DType::F32},
    NamedDType{"torch.float16", DType::F16},
    NamedDType{"torch.HalfStorage", DType::F16},
    NamedDType{"torch.bfloat16", DType::BF16},
    NamedDType{"torch.BFloat16Storage", DType::BF16},
    NamedDType{"torch.int64", DType::I64},
    NamedDType{"torch.LongStorage", DType::I64},
    NamedDType{"torch.int32", DType::I32},
    NamedDType{"torch.IntStorage", DType::I32},
    NamedDType{"torch.int16", DType::I16},
    NamedDType{"torch.ShortStorage", DType::I16},
    NamedDType{"torch.int8", DType::I8},
    NamedDType{"torch.CharStorage", DType::I8},
    NamedDType{"torch.uint64", DType::U64},
    NamedDType{"torch.uint32", DType::U32},
    NamedDType{"torch.uint16", DType::U16},
    NamedDType{"torch.uint8", DType::U8},
    NamedDType{"torch.ByteStorage", DType::U8},
    NamedDType{"torch.bool", DType::Bool},
    NamedDType{"torch.BoolStorage", DType::Bool},
    NamedDType{"torch.complex64", DType::C64},
    NamedDType{"torch.ComplexFloatStorage", DType::C64},
    NamedDType{"torch.complex128", DType::C128},
    NamedDType{"torch.ComplexDoubleStorage", DType::C128},
    NamedDType{"torch.float8_e4m3fn", DType::F8E4M3},
    NamedDType{"torch.float8_e5m2", DType::F8E5M2},
    NamedDType{"torch.float8_e4m3fnuz", DType::F8E4M3Fnuz},
    NamedDType{"torch.float8_e5m2fnuz", DType::F8E5M2Fnuz},
    NamedDType{"torch.float8_e8m0fnu", DType::F8E8M0},
    NamedDType{"torch.qint8", DType::I8},
    NamedDType{"torch.QInt8Storage", DType::I8},
    NamedDType{"torch.quint8", DType::U8},
    NamedDType{"torch.QUInt8Storage", DType::U8},
    NamedDType{"torch.qint32", DType::I32},
    NamedDType{"torch.QInt32Storage", DType::I32},
};

}  // namespace

DType torchDType(std::string_view name) {
    const auto found = std::ranges::find(dtypes, name, &NamedDType::name);
    return found == dtypes.end() ? DType::Unknown : found->dtype;
}

int bitsOfFew(std::string_view storage) {
    return storage == "torch.QUInt4x2Storage" ? 4 : storage == "torch.QUInt2x4Storage" ? 2 : 0;
}

bool isUsualClass(std::string_view name) {
    constexpr std::array prefixes = {
        std::string_view("torch."),       std::string_view("__torch__."),
        std::string_view("collections."), std::string_view("builtins."),
        std::string_view("__builtin__."), std::string_view("numpy."),
        std::string_view("_codecs."),     std::string_view("copyreg."),
        std::string_view("copy_reg."),
    };
    return std::ranges::any_of(
        prefixes, [name](std::string_view prefix) { return name.starts_with(prefix); });
}

}  // namespace zeropoint
