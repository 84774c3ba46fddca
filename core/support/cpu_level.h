// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace zeropoint {

/// The x86-64 level that this library was compiled for, as glibc names it: "x86-64-v4" (AVX-512),
/// "x86-64-v3" (AVX2), "x86-64-v2" or "x86-64"; elsewhere "other". The loader has chosen among the
/// libraries that are there, so this is what runs.
std::string_view cpuLevel();

}  // namespace zeropoint
