// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/architecture.h"

#include <cstdint>

namespace zeropoint {

struct ActivationSettings {
    std::int64_t length = 0;  ///< tokens of a sequence
    std::int64_t sequences = 1;
    double bytes = 2;               ///< of a value: 2 for BF16, 4 for FP32
    bool checkpointing = false;     ///< keep each layer's input, compute the rest again
    bool keepsScores = false;       ///< attention that stores its length x length matrices
    bool everyLogit = false;        ///< inference that computes the logits of every token
    std::int64_t microBatch = 512;  ///< tokens that inference computes together
};

/// Values that a training step keeps of one token in one layer for its backward pass: both norms'
/// inputs and outputs (4 hidden), queries, keys, values and attention's output, and of the FFN
/// gate, up, their product's two factors (4 x its width; 2 x without a gate); experts count as
/// often as they are active. Stored scores add 2 x heads x length.
double keptPerToken(const Architecture& architecture, std::size_t layer,
                    const ActivationSettings& settings);

/// Bytes at the peak of a training step. Logits count once in the activations' format and twice in
/// FP32 (their copy for the loss, its gradient). With checkpointing: the layers' inputs and the
/// larger of one layer and the logits; without: all layers and the logits.
double trainingActivationBytes(const Architecture& architecture,
                               const ActivationSettings& settings);

/// Bytes of inference's working memory: for a micro-batch the FFN's values (4 x its width, 2 x
/// without a gate) and the hidden state, in FP32, and one row of FP32 logits for each sequence;
/// with every token's logits these and two hidden states where that is more.
double inferenceActivationBytes(const Architecture& architecture,
                                const ActivationSettings& settings);

}  // namespace zeropoint
