// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "app/cli/verb.h"

namespace zeropoint::cli {

void addFormatsVerb(CLI::App& parser, Call& call);

/// Every verb, in the order of --help.
inline constexpr std::array<AddVerb, 1> verbs = {
    addFormatsVerb,
};

}  // namespace zeropoint::cli
