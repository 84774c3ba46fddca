// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/byte_source.h"
#include "core/files/onnx/onnx_parse.h"
#include "core/tensor/dtype.h"

#include <cstdint>
#include <memory>
#include <stop_token>

namespace zeropoint {

/// The values of a tensor whose field stayed in the source, as the bytes that raw_data would have:
/// a part of the source, or for integers in numbers of seven bits a byte a copy of `bytes` bytes.
/// Malformed for values in several pieces or of another number; a field that is not of the dtype
/// holds none.
Result<std::shared_ptr<const ByteSource>> onnxFieldBytes(
    const std::shared_ptr<const ByteSource>& source, const OnnxField& field, DType dtype,
    std::uint64_t bytes, const std::stop_token& stop);

}  // namespace zeropoint
