// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/stored_tensor.h"

#include <string>
#include <string_view>

namespace zeropoint {

/// The three entries of a .npy header, as numpy.lib.format describes them.
struct NpyHeader {
    std::string descr;  ///< "<f4"
    bool fortranOrder = false;
    Shape shape;
};

/// Reads the literal "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }". Only these
/// three keys with values of these kinds are read and nothing is evaluated. Malformed otherwise;
/// Unsupported for a list of fields (a structured array).
Result<NpyHeader> parseNpyHeader(std::string_view text, const std::string& where);

/// What a descr means. "f16" is taken for x87's format, which numpy writes by that name on x86: the
/// name does not tell it from the quadruple precision of some other machines. Unsupported for
/// Python objects, texts and dates, which are not numbers; Malformed for what is no descr at all.
struct NpyElement {
    DType dtype = DType::Unknown;
    ByteOrder order = ByteOrder::Little;
};
Result<NpyElement> parseNpyDescr(std::string_view descr, const std::string& where);

}  // namespace zeropoint
