// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace zeropoint {

/// What holds a model and computes with it.
struct Device {
    std::string id;
    std::string name;
    std::string kind;              ///< "consumer GPU", "laptop", ...
    std::int64_t memoryBytes = 0;  ///< as built
    std::int64_t usableBytes = 0;  ///< as programs report it, 0 when unknown
    double bandwidthGBps = 0;      ///< 10^9 bytes a second
    bool unified = false;          ///< shared with the operating system
    double fp16Tflops = 0;         ///< peaks without sparsity, 0 when unknown
    double fp8Tflops = 0;
    double int8Tops = 0;
    std::string unsure;  ///< what was not read from a source
    std::vector<std::string> sources;

    /// What a model can have of it: the reported figure where there is one; else all, or three
    /// quarters where the operating system lives in the same memory.
    std::int64_t available() const {
        const std::int64_t built = unified ? memoryBytes / 4 * 3 : memoryBytes;
        return usableBytes > 0 ? usableBytes : built;
    }
};

}  // namespace zeropoint
