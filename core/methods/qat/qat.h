// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/qat/fake_quantize_weight.h"
#include "core/methods/qat/qat_input.h"
#include "core/methods/recipe/quant_recipe.h"

#include <memory>
#include <string>
#include <vector>

namespace zeropoint {

/// What stands in for the derivative of a weight's rounding, and who chooses its scale.
enum class WeightTraining {
    PlainSte,    ///< FakeQuantizeWeight, gradient 1 everywhere
    ClippedSte,  ///< FakeQuantizeWeight, gradient 0 where clipped
    Lsq,         ///< LsqWeight: the scale is learned, by the paper's equations
    LsqPyTorch,  ///< ... clipped where the rounded code is, as PyTorch has it
};

/// Who chooses the range of an input that the recipe quantizes statically. Dynamic ranges
/// (ActivationMode) have nothing to train.
enum class InputTraining {
    Observed,    ///< FakeQuantizeInput: the recipe's observer, over the training batches
    Lsq,         ///< LsqInput
    LsqPyTorch,  ///< ... clipped where the rounded code is
    Pact,        ///< PactInput
};

/// How a model is trained through the quantizers of a recipe.
struct QatConfig {
    WeightTraining weights = WeightTraining::ClippedSte;
    InputTraining inputs = InputTraining::Observed;
    /// Training steps from which scales of weights, and ranges of inputs, stay as they are.
    std::uint64_t freezeScalesAt = QatWeight::never;
    std::uint64_t freezeObserversAt = QatInput::never;

    bool operator==(const QatConfig&) const = default;
};

/// What attachQat put on a site; either part may be absent.
struct QatSite {
    WeightSite site;
    std::shared_ptr<QatWeight> weight;
    std::shared_ptr<QatInput> input;
};

/// Puts fake quantizers on every site for which the recipe names a format, so that the trainer
/// trains the model through them (quantization-aware training, Jacob et al. 2018, arXiv
/// 1712.05877). What is told of the size is trained: scales in their own format, doubly quantized
/// ones too, the recipe's clip and observer. Unsupported for what belongs to quantization after
/// training (another method than rounding to nearest, bias correction or codes, smoothing, a
/// quantized KV cache, a rest that is not FP32), for range methods other than min-max, for a clip
/// where the scale is learned, and where a format cannot be trained through; else as resolveSites
/// and Transformer::attach. On failure nothing stays attached.
Result<std::vector<QatSite>> attachQat(Transformer<float>& model, const QuantRecipe& recipe,
                                       const QatConfig& config = {});

/// Writes the weights as their grids hold them over the masters: what would be deployed when only
/// weights are quantized. `parameters` are those of the model that carries the sites, or of a clone
/// of it; the model must be prepared.
void writeGridValues(Parameters<float>& parameters, const std::vector<QatSite>& sites);

/// The same in the model itself, which loses its attachments.
void bakeWeights(Transformer<float>& model, const std::vector<QatSite>& sites);

}  // namespace zeropoint
