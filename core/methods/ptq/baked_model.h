// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/ptq/ptq.h"

namespace zeropoint {

/// A plain model that computes what a quantized one does but for the activations, which are not
/// quantized in it: to keep, to look at, and to compare with the one it came from. Where
/// SmoothQuant or AWQ scaled the columns of an input, its weights are Q(W s) / s, and the norm
/// before it has its own factors back.
Transformer<float> bakedModel(const QuantizedModel& quantized);

}  // namespace zeropoint
