// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/weight_file.h"

#include <cstddef>
#include <ostream>
#include <span>

namespace zeropoint::cli {

/// Says on `err` which of the tensors come quantized: what is quantized of them are the values read
/// back. Silent when none do.
void sayRequantized(const WeightFile& file, std::span<const std::size_t> tensors,
                    std::ostream& err);

}  // namespace zeropoint::cli
