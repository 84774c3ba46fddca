// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/stored_tensor.h"

namespace zeropoint {

/// Tells by their names what tensors are to the model where their reader did not: moments and
/// steps below "optimizer" keys, averaged copies below "ema" keys in a file that holds the weights
/// too, running statistics, and scales that no packed weight has taken.
void markRoles(FileContents& contents);

/// Names the first of the tensors that have the same bytes in the others' `shares`.
void markShared(FileContents& contents);

}  // namespace zeropoint
