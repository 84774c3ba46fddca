// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/packed/quantized_output.h"
#include "core/files/weight_file.h"
#include "core/files/weight_writer.h"
#include "core/metrics/left_out.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace zeropoint {

/// How the weights of a file are written.
struct FileQuantization {
    QuantScheme scheme;
    WriteFormat format = WriteFormat::Safetensors;
    bool dequantized = false;  ///< float32 values as they are read back instead of codes
};

/// Quantizes the weights of a file while they are written, one at a time, so that no more than one
/// is in memory. What stands in the file says core/files/packed/stored_scheme.h; in files of one
/// tensor (.npy, .csv) and with `dequantized` it is NAME, the values as they are read back.
class QuantizedFile {
public:
    /// `execution` must outlive the writing.
    QuantizedFile(std::shared_ptr<const WeightFile> file, FileQuantization how,
                  const Execution& execution);

    /// The tensors that one weight becomes, and what the metadata say of it.
    Result<WeightOutput> output(std::size_t index) const;

    /// One weight as it is read back, in float32.
    TensorOutput values(std::size_t index) const;
    /// One weight in blocks of a format, which must be one that quantizes.
    MadeLater<BlockTensor> blocks(std::size_t index, const BlockFormat& format) const;

    /// For people who look into the file: the scheme of all weights.
    std::vector<std::pair<std::string, std::string>> metadata() const;

    /// Of what was written so far: values that are not finite, and whether any went to infinity.
    LeftOut leftOut() const;
    bool overflowed() const;

private:
    class Maker;
    std::shared_ptr<Maker> m_maker;
};

}  // namespace zeropoint
