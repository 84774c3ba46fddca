// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/scope.h"
#include "core/course/value.h"
#include "core/support/error.h"

#include <string_view>
#include <vector>

namespace zeropoint::course {

/// The value of an expression (docs/lessons.md): numbers, 'texts', names of the scope, the
/// functions below, + - * / ^ (which binds to the right), comparisons, and, or, not. Truth is 1
/// and 0. A number joined to a text by + is written with all its digits. InvalidArgument with the
/// column for what cannot be read, for a wrong argument and for a result that is no number;
/// NotFound for unknown names.
Result<Value> evaluate(std::string_view expression, const Scope& scope);

/// The same where a number is wanted; InvalidArgument for a text.
Result<double> evaluateNumber(std::string_view expression, const Scope& scope);

/// The functions that expressions call, for documents and tests.
struct FunctionName {
    std::string_view name;
    std::string_view arguments;  ///< "x, lo, hi, SCHEME"
};
std::vector<FunctionName> functionNames();

}  // namespace zeropoint::course
