// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/stored_tensor.h"

#include <string>
#include <string_view>
#include <vector>

namespace zeropoint {

/// One field of a record: {name, "<f4"} with a shape of its own, or bytes that are only skipped
/// (an empty descr where the field is a record itself).
struct NpyField {
    std::string name;
    std::string descr;
    Shape shape;
};

/// The three entries of a .npy header, as numpy.lib.format describes them.
struct NpyHeader {
    std::string descr;               ///< "<f4"; empty for a structured array
    std::vector<NpyField> fields{};  ///< of a structured array, in their order in a record
    bool fortranOrder = false;
    Shape shape{};
};

/// Reads the literal "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }", in which descr
/// may be a list of fields [('w', '<f4', (2,)), ('b', '<f8')]. Only these three keys with values of
/// these kinds are read and nothing is evaluated. Malformed otherwise; Unsupported for records
/// within records.
Result<NpyHeader> parseNpyHeader(std::string_view text, const std::string& where);

/// What a descr means. "f16" is taken for x87's format, which numpy writes by that name on x86: the
/// name does not tell it from the quadruple precision of some other machines. The types of
/// ml_dtypes are what numpy.save makes of them: "f1" is float8_e5m2 and "V2" bfloat16; "V1" may be
/// several. Unsupported for these, Python objects, texts and dates; Malformed for what is no descr
/// at all.
struct NpyElement {
    DType dtype = DType::Unknown;
    ByteOrder order = ByteOrder::Little;
};
Result<NpyElement> parseNpyDescr(std::string_view descr, const std::string& where);

/// Bytes of one element of any descr that numpy writes, numbers or not; 0 when it does not say.
std::uint64_t npyElementBytes(std::string_view descr);

}  // namespace zeropoint
