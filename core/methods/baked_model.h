// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/ptq.h"

namespace zeropoint {

/// A plain model whose weights are what the products of a quantized one read: to look at, and to
/// compare with the one it came from. Activations are not quantized in it.
Transformer<float> bakedModel(const QuantizedModel& quantized);

}  // namespace zeropoint
