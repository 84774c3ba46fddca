// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_rule.h"

#include <algorithm>
#include <array>

namespace zeropoint {
namespace {

constexpr std::array floats = {DType::F64,        DType::F32,    DType::F16,    DType::BF16,
                               DType::F8E4M3,     DType::F8E5M2, DType::Block,  DType::F8E4M3Fnuz,
                               DType::F8E5M2Fnuz, DType::F6E2M3, DType::F6E3M2, DType::F4E2M1,
                               DType::F80};

}  // namespace

bool isWeight(const WeightFile& file, std::size_t index) {
    const StoredTensor& stored = file.stored(index);
    const bool shaped = stored.info.shape.size() >= 2 || file.tensors().size() == 1;
    const TensorRole role = stored.info.role;
    const bool own = role != TensorRole::Companion && role != TensorRole::Optimizer;
    return own && shaped && stored.unreadable.empty() &&
           std::ranges::find(floats, stored.info.dtype) != floats.end();
}

}  // namespace zeropoint
