// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/calibrate.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace zeropoint {

/// What a quantization becomes as a file.
enum class QuantizedFileKind {
    Codes,    ///< .safetensors, .npz: core/files/packed/stored_scheme.h
    Values,   ///< .npy, .csv: the values as they are read back
    Gguf,     ///< .gguf: blocks and plain casts
    CHeader,  ///< .h: c_header.h
};

/// By the ending of a path; InvalidArgument for another.
Result<QuantizedFileKind> quantizedFileKind(const std::string& path);

struct TensorExport {
    std::uint64_t bytes = 0;  ///< of the file
    /// The values that the file stands for, made when asked for.
    std::function<Result<Tensor>()> values;
};

/// Writes one tensor quantized by a calibrated scheme. InvalidArgument, naming the part, for a
/// scheme that the kind of file cannot hold; WriteFailed, Cancelled.
Result<TensorExport> exportQuantization(const Tensor& tensor, const QuantScheme& scheme,
                                        const Calibration& calibration, const std::string& path,
                                        const Execution& execution = {});

/// Writes values as they are into .safetensors, .npz, .npy, .csv or .gguf, under `name`.
Result<std::uint64_t> exportValues(const Tensor& values, const std::string& name,
                                   const std::string& path, const Execution& execution = {});

}  // namespace zeropoint
