// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/conversion_note.h"
#include "core/files/tensor_output.h"

#include <atomic>
#include <cstddef>
#include <memory>
#include <vector>

namespace zeropoint {

/// Values whose written type ends before them, counted from any thread while a file is written.
struct OutOfReach {
    std::atomic<std::size_t> infinite{0};   ///< F64 written as F32 that is infinite there
    std::atomic<std::size_t> saturated{0};  ///< stand as F16's largest value, 65504
    std::atomic<std::size_t> singles{0};    ///< tensors of more digits than the F32 they became
};

using OutOfReachPtr = std::shared_ptr<OutOfReach>;

/// What is to be said of them; nothing where none was met.
std::vector<ConversionNote> notesOf(const OutOfReach& met);

/// A tensor that is stored as `stored`: where it is written as float32 out of a type that holds
/// more, it is counted, and of float64 what becomes infinite.
TensorOutput counted(TensorOutput output, DType stored, const OutOfReachPtr& met);

}  // namespace zeropoint
