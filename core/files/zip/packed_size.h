// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace zeropoint {

/// The most bytes that a packed member claims to hold, of an archive or of the archives in a
/// folder; 0 where there is none. Only directories of archives are read, nothing is inflated: it
/// tells how far OpenOptions::mostInflatedBytes would have to be raised for a file.
std::uint64_t largestPackedMember(const std::string& path);

}  // namespace zeropoint
