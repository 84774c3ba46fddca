// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/out_of_reach.h"
#include "core/exchange/quantized_file.h"
#include "core/files/gguf/gguf_writer.h"
#include "core/files/weight_file.h"

#include <cstddef>
#include <memory>

namespace zeropoint {

/// A tensor of a file as it is stored, bit for bit: numbers that GGUF has a type for, and its own
/// blocks. Others, and with `asF32` all that are no blocks, as float32.
GgufTensor storedTensor(const std::shared_ptr<const WeightFile>& file, std::size_t index,
                        bool asF32, const OutOfReachPtr& outOfReach);

/// A weight as F16, whose largest value stands for those beyond it.
GgufTensor halfTensor(const std::shared_ptr<const WeightFile>& file, std::size_t index,
                      const OutOfReachPtr& outOfReach);

/// A weight under the plain cast that `quantized` makes. Errors as QuantizedFile::output.
Result<GgufTensor> castTensor(const QuantizedFile& quantized, std::size_t index);

/// A weight in blocks of `type`.
GgufTensor blockTensor(const QuantizedFile& quantized, std::size_t index, const Shape& shape,
                       const GgufType& type);

/// A weight as it is read back, in float32.
GgufTensor valuesTensor(const QuantizedFile& quantized, std::size_t index);

/// Puts rows into the order of gguf_family.h's interleavedRows.
void interleave(GgufTensor& tensor, std::size_t heads);

}  // namespace zeropoint
