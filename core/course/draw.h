// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/scope.h"
#include "core/support/error.h"

#include <cstdint>
#include <string>
#include <vector>

namespace zeropoint::course {

/// A number or a word that is drawn anew each time: from, from + step, ..., to; or one of a list.
struct Draw {
    std::string name;
    double from = 0;
    double to = 0;
    double step = 1;
    std::vector<Value> of;
    int line = 0;
};

struct NamedExpression {
    std::string name;
    std::string expression;
    int line = 0;
};

/// What a step or a card draws and computes.
struct Givens {
    std::vector<Draw> draws;
    std::vector<std::string> require;     ///< conditions; it is drawn again until all hold
    std::vector<NamedExpression> values;  ///< may name draws and each other

    bool empty() const { return draws.empty() && values.empty(); }
};

/// `scope` with the draws and values of this seed; the same seed gives the same ones.
/// InvalidArgument where no draw of 1000 meets the conditions, and for what a condition fails with.
Result<Scope> withGivens(const Scope& scope, const Givens& givens, std::uint64_t seed);

}  // namespace zeropoint::course
