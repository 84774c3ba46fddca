// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/block_format.h"
#include "core/numerics/number_format.h"
#include "core/support/error.h"

namespace zeropoint::cli {

struct QuantOptions;

/// Whether a format can do what the options ask: InvalidArgument where it would ignore one of them
/// (a range for a plain cast, a zero point for FP8, scales for blocks that make their own), so that
/// nothing that was asked for is silently left undone; and for formats that are only read.
Result<void> checkFormat(const NumberFormat& format, const QuantOptions& options);
Result<void> checkFormat(const BlockFormat& format, const QuantOptions& options);

/// The same of options that others of them leave nothing to do: narrow codes of an asymmetric
/// scheme, which uses all, an axis without channels, a seed where nothing is drawn.
Result<void> checkTogether(const QuantOptions& options);

}  // namespace zeropoint::cli
