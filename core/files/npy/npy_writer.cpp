// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/format_writer.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace zeropoint {
namespace {

struct Descr {
    DType dtype;
    std::string_view text;
};

constexpr std::array descrs = {
    Descr{DType::F64, "<f8"}, Descr{DType::F32, "<f4"},   Descr{DType::F16, "<f2"},
    Descr{DType::I64, "<i8"}, Descr{DType::I32, "<i4"},   Descr{DType::I16, "<i2"},
    Descr{DType::I8, "|i1"},  Descr{DType::U64, "<u8"},   Descr{DType::U32, "<u4"},
    Descr{DType::U16, "<u2"}, Descr{DType::U8, "|u1"},    Descr{DType::Bool, "|b1"},
    Descr{DType::C64, "<c8"}, Descr{DType::C128, "<c16"}, Descr{DType::F80, "<f16"},
};

std::string tupleText(const Shape& shape) {
    std::string text = "(";
    for (std::size_t i = 0; i < shape.size(); ++i) {
        text += (i == 0 ? "" : ", ") + std::to_string(shape[i]);
    }
    return text + (shape.size() == 1 ? ",)" : ")");
}

}  // namespace

bool npyKeeps(DType dtype) {
    return std::ranges::find(descrs, dtype, &Descr::dtype) != descrs.end();
}

std::string npyPreamble(DType dtype, const Shape& shape) {
    constexpr std::size_t alignment = 64;
    constexpr std::size_t mostOfVersion1 = 0xFFFF;
    const auto descr = std::ranges::find(descrs, dtype, &Descr::dtype);
    std::string header = "{'descr': '";
    header += descr->text;
    header += "', 'fortran_order': False, 'shape': " + tupleText(shape) + ", }";
    // Version 2 differs in the length of the header's length: four bytes where two do not do.
    const std::size_t lengthBytes = header.size() + alignment > mostOfVersion1 ? 4 : 2;
    std::string preamble("\x93NUMPY", 6);
    preamble += lengthBytes == 4 ? '\x02' : '\x01';
    preamble += '\x00';
    const std::size_t unpadded = preamble.size() + lengthBytes + header.size() + 1;
    header.append((alignment - unpadded % alignment) % alignment, ' ');
    header += '\n';
    for (std::size_t byte = 0; byte < lengthBytes; ++byte) {
        preamble += static_cast<char>((header.size() >> (8 * byte)) & 0xFF);
    }
    return preamble + header;
}

Result<void> writeNpy(AtomicFile& file, const WeightOutput& output, const Execution& execution) {
    const TensorOutput& tensor = output.tensors.front();
    if (auto written = file.write(npyPreamble(tensor.dtype, tensor.shape)); !written) {
        return written;
    }
    return forEachPiece(tensor, execution,
                        [&](std::span<const std::byte> piece) { return file.write(piece); });
}

}  // namespace zeropoint
