// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/packed/quant_config.h"
#include "core/files/stored_tensor.h"

namespace zeropoint {

/// Puts each weight that is stored in parts (codes, scales, zero points) in place of them as one
/// tensor of its own shape, which reads as the values that the parts stand for. Weights are known
/// by the names, types and shapes of their parts; the model's configuration settles what those
/// leave open, and where it contradicts them, or the parts each other, the weight is listed with
/// the reason. False when it was stopped.
bool joinPacked(FileContents& contents, const QuantConfig& config, const std::stop_token& stop);

}  // namespace zeropoint
