// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"

#include <vector>

namespace zeropoint {

/// One item of what a weight pays, in bits: `bits` of storage for every `weights` weights.
struct SchemeCost {
    enum class Part { Codes, Scales, ZeroPoints, SecondScales };
    Part part = Part::Codes;
    int bits = 0;
    std::int64_t weights = 1;

    double bitsPerWeight() const {
        return static_cast<double>(bits) / static_cast<double>(weights);
    }
};

/// The bill of a scheme with a scale a group, of rows that whole groups fill: codes, scales (8 bits
/// under double quantization, with an FP32 scale for each doubleBlock of them) and, where the
/// scheme has them, zero points. What storedSize counts for large tensors. Errors as elementFormat;
/// InvalidArgument without groups.
Result<std::vector<SchemeCost>> schemeLedger(const QuantScheme& scheme);

}  // namespace zeropoint
