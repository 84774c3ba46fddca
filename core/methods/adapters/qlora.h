// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/adapters/lora.h"
#include "core/numerics/nf4.h"

#include <string>
#include <vector>

namespace zeropoint {

/// QLoRA (Dettmers et al. 2023, arXiv 2305.14314): the linear layers are frozen as NF4 codes and
/// adapters are trained beside them.
struct QloraConfig {
    LoraConfig adapters;
    Nf4Options base{64, true, 256};
    bool head = true;  ///< an untied head is stored in NF4 too
};

/// A frozen matrix as it is stored. The model's parameter holds what the codes stand for.
struct QloraBase {
    WeightSite site;
    Nf4Tensor stored;
};

struct QloraModel {
    std::vector<QloraBase> base;
    std::vector<LoraSite> adapters;

    std::uint64_t baseBytes() const;  ///< codes and scales of the frozen matrices
};

/// A plain copy of a model whose linear layers are what NF4 makes of them: what QLoRA's adapters
/// stand beside. InvalidArgument for a block size that NF4 does not have.
Result<Transformer<float>> frozenBase(const Transformer<float>& model, const QloraConfig& config);

/// Replaces the weights of all linear layers by what NF4 makes of them, freezes the model, and puts
/// the adapters on it. InvalidArgument for a block size that NF4 does not have; else as attachLora.
/// On failure the model is as it was.
Result<QloraModel> attachQlora(Transformer<float>& model, const QloraConfig& config,
                               std::uint64_t seed);

}  // namespace zeropoint
