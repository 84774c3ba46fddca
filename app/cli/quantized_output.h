// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/weight_writer.h"
#include "core/quantization/block_tensor.h"
#include "core/quantization/quantize.h"
#include "core/support/error.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint::cli {

/// A quantized tensor as the tensors of a file: NAME.codes (one code an element: the dtype of the
/// format where there is one, else the narrowest integer that holds it), NAME.scale in float32 and,
/// for integers, NAME.zero_point; one value a tensor, channel or group. The settings go into the
/// metadata. InvalidArgument for formats whose codes have no dtype (FP64, TF32).
Result<WeightOutput> outputOf(const std::string& name,
                              const std::shared_ptr<const QuantizedTensor>& quantized);

/// The same for block formats: NAME.blocks holds the bytes of each row, NAME.tensor_scale the
/// factor of the whole tensor where the format has one.
WeightOutput outputOf(const std::string& name, const std::shared_ptr<const BlockTensor>& blocks);

/// Makes what is written when its bytes are asked for.
template <typename Made>
using MadeLater = std::function<Result<std::shared_ptr<const Made>>()>;

/// The tensors of the first outputOf for a tensor of the shape that is quantized later; codes take
/// a dtype of their own only where `keeps` says that the file's format has it.
Result<std::vector<TensorOutput>> codeOutputs(const std::string& name, const Shape& shape,
                                              const QuantScheme& scheme, bool (*keeps)(DType dtype),
                                              const MadeLater<QuantizedTensor>& source);

/// The same for the second.
std::vector<TensorOutput> blockOutputs(const std::string& name, const Shape& shape,
                                       const BlockFormat& format,
                                       const MadeLater<BlockTensor>& source);

/// The dtype whose elements are the format's codes; nothing where there is none.
std::optional<DType> dtypeOfCodes(std::string_view format);

}  // namespace zeropoint::cli
