// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/scope.h"
#include "core/support/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace zeropoint::course {

/// One "{{expression|form}}" of a text.
struct Placeholder {
    std::size_t at = 0;    ///< of its first bracket
    std::size_t size = 0;  ///< up to behind its last
    std::string_view expression;
    std::string_view form;
};

/// Malformed where brackets do not close; its `where` is the offset.
Result<std::vector<Placeholder>> placeholdersOf(std::string_view words);

/// The text with each placeholder's figure in its place. Fails with what the placeholder's
/// expression fails with; `where` begins with the placeholder.
Result<std::string> fillIn(std::string_view words, const Scope& scope);

}  // namespace zeropoint::course
