// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace zeropoint {

/// FILE:NAME, as messages name a tensor and the command line takes it; FILE where it has no name.
inline std::string placeOf(const std::string& file, const std::string& tensor) {
    return tensor.empty() ? file : file + ":" + tensor;
}

}  // namespace zeropoint
