// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/comparison/compare_files.h"

#include <cstddef>
#include <iosfwd>
#include <vector>

namespace zeropoint::cli {

struct ComparedPair {
    TensorPair pair;
    PairReport report;
};

/// Two files as they were compared; the pairs in the order in which they are printed.
struct Compared {
    const ModelSide& a;
    const ModelSide& b;
    std::vector<ComparedPair> pairs;
    std::vector<std::size_t> onlyInA;
    std::vector<std::size_t> onlyInB;
    ComparisonTotals totals;
};

void printComparedJson(const Compared& compared, std::ostream& out);
void printComparedText(const Compared& compared, std::ostream& out);

}  // namespace zeropoint::cli
