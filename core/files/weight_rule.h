// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/weight_file.h"

#include <cstddef>

namespace zeropoint {

/// Whether a quantization is meant for a tensor of the file: readable numbers with a point, in a
/// matrix or more; the only tensor of a file whatever its shape. Biases, norms, integers, masks,
/// complex numbers, the scales of packed weights and the state of a training run stay as they are.
/// Whoever counts, measures or quantizes weights asks here.
bool isWeight(const WeightFile& file, std::size_t index);

}  // namespace zeropoint
