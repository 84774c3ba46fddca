// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/block_format.h"
#include "core/support/error.h"

namespace zeropoint::cli {

struct QuantOptions;

/// Whether a block format can do what the options ask. InvalidArgument for formats that are only
/// read, and for settings of scales, which the blocks make for themselves: nothing that was asked
/// for is silently left undone.
Result<void> checkBlocks(const BlockFormat& format, const QuantOptions& options);

}  // namespace zeropoint::cli
