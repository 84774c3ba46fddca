// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/stored_tensor.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace zeropoint {

/// Whether decodeElements knows a dtype (complex numbers and blocks it does not).
bool canDecode(DType dtype);

/// Turns stored elements into float32, rounding wider ones to nearest even. `skip` elements at
/// the front of `bytes` are left out (elements of less than a byte need not start at one; they
/// follow each other from the lowest bit up). `bytes` must hold skip + out.size() elements.
void decodeElements(DType dtype, ByteOrder order, std::span<const std::byte> bytes,
                    std::size_t skip, std::span<float> out);

}  // namespace zeropoint
