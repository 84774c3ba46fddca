// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/conversion_note.h"
#include "core/files/weight_file.h"
#include "core/metrics/left_out.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace zeropoint {

/// What of an open file is written, and how.
struct FileConversion {
    std::vector<std::size_t> tensors;   ///< indices, in the order of the file
    std::optional<QuantScheme> scheme;  ///< for the weights; nothing: all as they are
    bool dequantized = false;           ///< the values as they are read back instead of codes
};

struct ConversionReport {
    std::uint64_t bytes = 0;  ///< of the file
    std::size_t tensors = 0;  ///< of the source that are in it
    std::vector<std::size_t> quantized;
    LeftOut leftOut;
    bool overflowed = false;
    std::vector<ConversionNote> notes;
};

/// Indices of all tensors that can be read.
std::vector<std::size_t> readableTensors(const WeightFile& file);

/// Whether a path ends as a file that convertFile writes.
bool canConvertTo(const std::string& path);

/// Writes tensors of a file into another (GPTQ's and AWQ's as [outputs, inputs]), by the ending of
/// its name: .safetensors, .npy, .npz, .csv or .gguf. One weight is in memory at a time; the file
/// takes its target's place when it is whole, so that it may be the very file that is read.
/// InvalidArgument for an ending that is not written, for what its format cannot hold, for
/// `dequantized` without a scheme and where the file that is read would lose something by it;
/// errors of writeWeights and writeGguf.
Result<ConversionReport> convertFile(const std::shared_ptr<const WeightFile>& file,
                                     const std::string& path, const FileConversion& conversion,
                                     const Execution& execution = {});

}  // namespace zeropoint
