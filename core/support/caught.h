// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <exception>
#include <type_traits>
#include <utility>

namespace zeropoint {

/// What was thrown, as an error: memory that is not there is TooLarge, everything else Internal.
/// The core throws nothing of its own; this is for the front doors (the command line, a job of
/// the window), each of which catches once, so that no input ends the program.
Error errorOf(const std::exception_ptr& thrown, const std::string& where = {});

/// Calls `work`, which returns a Result, and returns what it throws as an error.
template <typename Work>
std::invoke_result_t<Work> caught(Work&& work, const std::string& where = {}) {
    try {
        return std::forward<Work>(work)();
    } catch (...) {
        return tl::unexpected(errorOf(std::current_exception(), where));
    }
}

}  // namespace zeropoint
