// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/weight_writer.h"
#include "core/numerics/double_quantization.h"
#include "core/quantization/block_tensor.h"
#include "core/quantization/quantize.h"
#include "core/support/error.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint {

/// A tensor's codes with everything that reading them back takes.
struct CodedTensor {
    QuantizedTensor quantized;
    DoubleQuantization doubled;         ///< Calibration::doubled
    std::vector<float> realZeros = {};  ///< one a unit, or empty
};

/// Makes what is written when its bytes are asked for.
template <typename Made>
using MadeLater = std::function<Result<std::shared_ptr<const Made>>()>;

template <typename Made>
MadeLater<Made> madeAlready(std::shared_ptr<const Made> made) {
    return [made = std::move(made)]() -> Result<std::shared_ptr<const Made>> { return made; };
}

/// A quantized weight as the tensors of a file and its entry of the metadata
/// (core/files/packed/stored_scheme.h): together as many bytes as storedSize says. A plain cast
/// becomes NAME in its own dtype where `keeps` says that the file's format has it.
/// `realZero` says how the source's real zero points are stored, if it has them.
/// InvalidArgument for formats whose codes have no dtype (FP64, TF32).
Result<WeightOutput> codeOutput(const std::string& name, const Shape& shape,
                                const QuantScheme& scheme, bool (*keeps)(DType dtype),
                                const MadeLater<CodedTensor>& source,
                                std::optional<ScaleFormat> realZero = std::nullopt);

/// The same for block formats.
WeightOutput blockOutput(const std::string& name, const Shape& shape, const BlockFormat& format,
                         const MadeLater<BlockTensor>& source);

/// The dtype whose elements are the format's codes; nothing where there is none.
std::optional<DType> dtypeOfCodes(std::string_view format);

}  // namespace zeropoint
