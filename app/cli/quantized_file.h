// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/weight_file.h"
#include "core/files/weight_writer.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace zeropoint::cli {

/// Whether a quantization is meant for the tensor: numbers with a point, in a matrix or more.
/// Biases, norms and integers stay as they are.
bool isWeight(const TensorInfo& info);

/// How the weights of a file are written.
struct FileQuantization {
    QuantScheme scheme;
    WriteFormat format = WriteFormat::Safetensors;
    bool dequantized = false;  ///< float32 values as they are read back instead of codes
};

/// Quantizes the weights of a file while they are written, one at a time, so that no more than one
/// is in memory:
/// - formats of 16 bits and more that are not integers become NAME in that dtype;
/// - other formats NAME.codes, NAME.scale and, for integers, NAME.zero_point;
/// - block formats NAME.blocks, the bytes of each row, and for NVFP4 NAME.tensor_scale;
/// - in files of one tensor (.npy, .csv) and with `dequantized`: NAME, the values as read back.
class QuantizedFile {
public:
    /// `execution` must outlive the writing.
    QuantizedFile(std::shared_ptr<const WeightFile> file, FileQuantization how,
                  const Execution& execution);

    Result<std::vector<TensorOutput>> outputs(std::size_t index) const;

    /// What reading the file back needs to know: the scheme, and for blocks the weights' shapes.
    std::vector<std::pair<std::string, std::string>> metadata(
        const std::vector<std::size_t>& indices) const;

private:
    class Maker;
    std::shared_ptr<Maker> m_maker;
};

}  // namespace zeropoint::cli
