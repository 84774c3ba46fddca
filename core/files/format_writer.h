// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/atomic_file.h"
#include "core/files/weight_writer.h"
#include "core/support/function_ref.h"

#include <string>

namespace zeropoint {

/// Takes pieces of a file in order.
using PieceSink = FunctionRef<Result<void>(std::span<const std::byte> piece)>;

/// Hands a tensor's bytes to the sink piece by piece, checking for a stop between pieces.
Result<void> forEachPiece(const TensorOutput& tensor, const Execution& execution, PieceSink sink);

/// Magic, version and header of a .npy file, padded to 64 bytes as numpy does.
std::string npyPreamble(DType dtype, const Shape& shape);
bool npyKeeps(DType dtype);
bool safetensorsKeeps(DType dtype);

Result<void> writeNpy(AtomicFile& file, const WeightOutput& output, const Execution& execution);
Result<void> writeSafetensors(AtomicFile& file, const WeightOutput& output,
                              const Execution& execution);
Result<void> writeCsv(AtomicFile& file, const WeightOutput& output, const Execution& execution);
/// Through libzip, which writes by name: under the file's temporary one.
Result<void> writeNpz(AtomicFile& file, const WeightOutput& output, const Execution& execution);

}  // namespace zeropoint
