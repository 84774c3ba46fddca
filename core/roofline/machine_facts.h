// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace zeropoint {

/// What this processor is and what it has for matrix products.
struct MachineFacts {
    std::string processor;            ///< "AMD EPYC 7B12"; empty where the system does not tell
    unsigned processors = 1;          ///< hardware threads that the program may use
    std::int64_t lastLevelCache = 0;  ///< bytes, 0 unknown
    /// "AVX2", "FMA", "F16C", "AVX-512", "VNNI", "AVX-512 BF16", "AMX": whether it has them.
    std::vector<std::pair<std::string, bool>> instructions;
};

MachineFacts thisMachine();

}  // namespace zeropoint
