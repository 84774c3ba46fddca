// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/comparison/pair_tensors.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace zeropoint {

/// Which codes stand in a file where values that are nearly alike were meant.
struct CodeCounts {
    std::string format;  ///< "Q4_K", "int4"; empty: the file has values here, no codes
    std::int32_t firstCode = 0;
    std::vector<std::uint64_t> counts;  ///< of code firstCode + i; as many as the format has codes

    std::size_t used() const;  ///< codes that at least one of them got
};

/// The codes that values of A within `half` of `value` got in both files.
struct PairCodes {
    double value = 0;
    double half = 0;
    std::uint64_t looked = 0;  ///< values of A that were looked at
    std::uint64_t found = 0;   ///< of them, those within reach
    CodeCounts a;
    CodeCounts b;
};

/// Looks at the whole pair, or at pieces spread evenly over it where it is larger than 2^22 values,
/// and at the codes of 2^16 places at most, the first of each piece; at nothing where neither side
/// has codes. Unsupported with TensorPair::whyNot; errors as WeightFile::readValues; Cancelled.
Result<PairCodes> codesNear(const ModelSide& a, const ModelSide& b, const TensorPair& pair,
                            double value, double half, const Execution& execution = {});

}  // namespace zeropoint
