// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/scheme_scan.h"
#include "core/support/error.h"

#include <string>
#include <vector>

namespace zeropoint::cli {

/// Reads "int8,int4/group:32,q4_0": schemes with commas between them, each a format and, behind
/// slashes, settings in the words of the QUANT options: symmetric, asymmetric, narrow, tensor,
/// channel, group:N; the scales' format fp16, bf16, e8m0 or double:256; the scale rule of MX blocks
/// floor, ceil or even; what overflow becomes, saturate or special; and a range such as mse or
/// percentile:99.9. Its text is its name. InvalidArgument for a word that is none of these, for
/// what schemeOf refuses and for a name that comes twice.
Result<std::vector<NamedScheme>> parseSchemes(const std::string& text);

}  // namespace zeropoint::cli
