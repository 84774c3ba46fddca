// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quantization/quantize.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstdint>
#include <string>

namespace zeropoint {

/// InvalidArgument for what a header of codes cannot hold: blocks, plain casts and codes of more
/// than 16 bits.
Result<void> checkForCHeader(const QuantScheme& scheme);

/// A tensor's codes as C99 for a microcontroller: static const arrays NAME_codes (one code an
/// element of the smallest integer type), NAME_scale, NAME_zero_point (integer formats), NAME_level
/// (what each code of another format stands for), macros for shape and layout, and an inline
/// NAME_value(i) that reads value i back. NAME is `name` as an identifier. Nothing beyond
/// <stdint.h> is included. Returns the size of the file; errors as checkForCHeader and AtomicFile.
Result<std::uint64_t> writeCHeader(const std::string& path, const std::string& name,
                                   const QuantizedTensor& tensor, const Execution& execution = {});

/// Letters, digits and underscores, beginning with a letter: "a.0-w" -> "a_0_w".
std::string cIdentifier(const std::string& name);

}  // namespace zeropoint
