// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace zeropoint::course {

enum class SyntaxKind { Number, Text, Name, Operation, Call };

/// An expression as a tree.
struct Syntax {
    SyntaxKind kind = SyntaxKind::Number;
    double number = 0;
    std::string text;    ///< the text, the name, the sign of an operation
    std::size_t at = 0;  ///< where it stands
    std::vector<Syntax> parts;
};

/// InvalidArgument with the column. Nests at most 100 deep, so that no text overflows the stack.
Result<Syntax> parseExpression(std::string_view expression);

}  // namespace zeropoint::course
