// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/dtype.h"

#include <string_view>

namespace zeropoint {

// The calls of a checkpoint's pickle that stand for tensors, parameters and dictionaries.
inline constexpr std::string_view torchOrderedDict = "collections.OrderedDict";
inline constexpr std::string_view torchParameter = "torch._utils._rebuild_parameter";
inline constexpr std::string_view torchParameterWithState =
    "torch._utils._rebuild_parameter_with_state";
inline constexpr std::string_view torchTensor1 = "torch._utils._rebuild_tensor";
inline constexpr std::string_view torchTensor2 = "torch._utils._rebuild_tensor_v2";
inline constexpr std::string_view torchTensor3 = "torch._utils._rebuild_tensor_v3";
inline constexpr std::string_view torchQuantized = "torch._utils._rebuild_qtensor";
inline constexpr std::string_view torchSparse = "torch._utils._rebuild_sparse_tensor";
inline constexpr std::string_view torchSparseRows = "torch._utils._rebuild_sparse_csr_tensor";
inline constexpr std::string_view torchMeta = "torch._utils._rebuild_meta_tensor_no_storage";
inline constexpr std::string_view torchWrapper = "torch._utils._rebuild_wrapper_subclass";
inline constexpr std::string_view torchOnDevice =
    "torch._utils._rebuild_device_tensor_from_cpu_tensor";
inline constexpr std::string_view torchSubclass1 = "torch._tensor._rebuild_from_type";
inline constexpr std::string_view torchSubclass2 = "torch._tensor._rebuild_from_type_v2";
inline constexpr std::string_view torchSize = "torch.Size";

/// The dtype of "torch.float32" or "torch.FloatStorage", of the codes for a quantized one; Unknown
/// for another name.
DType torchDType(std::string_view name);

/// Bits of an element of "torch.QUInt4x2Storage" or "torch.QUInt2x4Storage", whose storages count
/// bytes; 0 for another name.
int bitsOfFew(std::string_view storage);

/// Whether a class is one that plain checkpoints are full of and nobody needs to be told of.
bool isUsualClass(std::string_view name);

}  // namespace zeropoint
