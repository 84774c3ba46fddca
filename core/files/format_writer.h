// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/atomic_file.h"
#include "core/files/weight_writer.h"
#include "core/support/function_ref.h"

#include <string>
#include <string_view>

namespace zeropoint {

/// Takes pieces of a file in order.
using PieceSink = FunctionRef<Result<void>(std::span<const std::byte> piece)>;

/// Hands a tensor's bytes to the sink piece by piece, checking for a stop between pieces.
Result<void> forEachPiece(const TensorOutput& tensor, const Execution& execution, PieceSink sink);

/// Magic, version and header of a .npy file, padded to 64 bytes as numpy does; version 2.0 where
/// the header is longer than 64 KiB. The dtype is one that npyKeeps.
std::string npyPreamble(DType dtype, const Shape& shape);
/// The key of the metadata: in a safetensors header by its rules, in an .npz archive by ours, as
/// an array of the bytes of a JSON object of texts (numpy:
/// json.loads(z["__metadata__"].tobytes())).
inline constexpr std::string_view metadataName = "__metadata__";

bool npyKeeps(DType dtype);
bool safetensorsKeeps(DType dtype);

Result<void> writeNpy(AtomicFile& file, const WeightOutput& output, const Execution& execution);
Result<void> writeSafetensors(AtomicFile& file, const WeightOutput& output,
                              const Execution& execution);
Result<void> writeCsv(AtomicFile& file, const WeightOutput& output, const Execution& execution);
/// Through libzip, which writes by name: under the file's temporary one.
Result<void> writeNpz(AtomicFile& file, const WeightOutput& output, const Execution& execution);

}  // namespace zeropoint
