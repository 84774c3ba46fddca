// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/stored_tensor.h"

#include <string>

namespace zeropoint {

/// What torchao keeps of a weight that it has laid out for tensor cores.
struct TiledParts {
    StoredTensor codes;   ///< I32 [rows / 8][columns / (16 T)][32][T / 2], T tiles of 16 a block
    StoredTensor scales;  ///< [columns / group][rows][2]: a scale and the value of code 8
    Shape shape;          ///< of the weight: both axes may be shorter than those of its tiles
    Shape block;          ///< {1, values that share a scale}
    std::string device;   ///< where it was laid out: "cuda:0"
};

/// The weight of 4 bits in tiles: value = scale * (code - 8) + zero. A word of the codes belongs to
/// lane L of a warp, which holds row L / 4 of eight, and to 32 columns of which it has the pairs
/// L % 4, L % 4 + 4, ... + 12: their even columns in its low half, four bits each, their odd ones
/// in its high half (PyTorch's _convert_weight_to_int4pack on CUDA). Listed with the reason where
/// the parts do not fit, and where another device laid it out, in an order of its own.
StoredTensor tiledWeight(const std::string& name, TiledParts parts);

}  // namespace zeropoint
