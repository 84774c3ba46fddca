// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/block_format.h"
#include "ui/state/source.h"

namespace zeropoint::ui {

/// The blocks that a tensor was stored in, such as GGUF's Q4_0; null otherwise.
const BlockFormat* blocksOf(const Source& source);
/// It came quantized, as codes: packed, or in blocks.
bool cameQuantized(const Source& source);

}  // namespace zeropoint::ui
