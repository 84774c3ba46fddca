// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/stored_tensor.h"

namespace zeropoint {

/// Puts one packed weight in place of the tensors into which torchao takes a weight apart that it
/// saves as safetensors: "l._weight_qdata", "l._weight_scale", ... of "l.weight". The metadata
/// under that name has its class and settings; shards of a model have none, and there types and
/// shapes tell.
void joinTorchao(FileContents& contents);

}  // namespace zeropoint
