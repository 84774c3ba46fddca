// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/methods/recipe/model_size.h"
#include "core/methods/recipe/quant_recipe.h"
#include "core/methods/recipe/quantized_layer.h"
#include "core/nn/transformer.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace zeropoint {

/// What quantization did to one site. Ratios in dB are 10 log10(signal / error), infinite where
/// nothing changed.
struct SiteReport {
    std::string site;
    bool quantized = false;  ///< its weight
    double weightSqnrDb = 0;
    /// Over the calibration rows; nothing for a table, or without calibration batches.
    std::optional<double> inputSqnrDb;
    std::optional<double> outputSqnrDb;  ///< y = x W^T + b against the quantized layer's
    std::optional<double> outputMse;
};

/// A quantized model, ready to run: `model` carries a QuantizedLayer on every site that changed
/// and is prepared.
struct QuantizedModel {
    Transformer<float> model;
    QuantRecipe recipe;
    std::vector<std::shared_ptr<const QuantizedSite>> sites;  ///< as Transformer::sites()
    std::vector<SiteReport> reports;                          ///< likewise
    ModelSize size;
};

/// Post-training quantization of a trained model; the model itself is not changed, and what is
/// attached to it is not looked at. Calibration batches come from the training part of `data`.
/// The result does not depend on the number of threads.
/// Errors: as validate, as captureInputs, Cancelled.
Result<QuantizedModel> applyPtq(const Transformer<float>& model, const Dataset& data,
                                const QuantRecipe& recipe, const Execution& execution = {});

}  // namespace zeropoint
