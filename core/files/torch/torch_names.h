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
inline constexpr std::string_view torchSize = "torch.Size";

/// The dtype of "torch.float32" or "torch.FloatStorage"; Unknown for another name.
DType torchDType(std::string_view name);

}  // namespace zeropoint
