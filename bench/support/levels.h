// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace zeropoint {

/// The levels that this machine runs, narrowest first ("x86-64", "x86-64-v3", "x86-64-v4"), as its
/// loader lists them. Those without a library of their own (v2) are left out.
std::vector<std::string> machineLevels();

/// Runs a program by the loader, which looks for libraries of that level alone; gives its exit
/// code.
int runOnLevel(const std::string& level, const std::string& program,
               const std::vector<std::string>& arguments);

}  // namespace zeropoint
