// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/block_format.h"
#include "ui/state/source.h"

#include <QString>

namespace zeropoint::ui {

/// The blocks that a tensor was stored in, such as GGUF's Q4_0; null otherwise.
const BlockFormat* blocksOf(const Source& source);
/// It came quantized, as codes: packed, or in blocks.
bool cameQuantized(const Source& source);
/// By whom or in which blocks, in a sentence; empty where it did not.
QString storedSentence(const Source& source);

}  // namespace zeropoint::ui
