// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/codes/coded_values.h"
#include "core/files/stored_tensor.h"

#include <memory>

namespace zeropoint {

/// scale * (code - zero point) of codes that are wider than a byte: a bias of 32 bits, weights of
/// 16. The grid says which entry is whose, as for narrower codes; there are too many codes to list
/// what each stands for, so that gridAt() is refused.
std::shared_ptr<const PackedValues> wideValues(StoredTensor codes, std::int64_t columns,
                                               GridLayout layout, LoadGrid load);

}  // namespace zeropoint
