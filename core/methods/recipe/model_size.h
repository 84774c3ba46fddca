// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/recipe/quant_recipe.h"
#include "core/nn/transformer.h"
#include "core/support/error.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace zeropoint {

/// What one site stores, in bytes.
struct SiteSize {
    std::string site;
    bool linear = true;
    bool quantized = false;
    std::size_t weights = 0;
    std::uint64_t codeBytes = 0;        ///< packed codes, or whole blocks
    std::uint64_t scaleBytes = 0;       ///< second-level scales included
    std::uint64_t zeroPointBytes = 0;   ///< packed as codes; HQQ's real ones as scales are
    std::uint64_t restBytes = 0;        ///< the weight itself where it stays in high precision
    std::uint64_t inputScaleBytes = 0;  ///< FP16 factors of the input's columns
    std::uint64_t inputRangeBytes = 0;  ///< FP32 scale and packed zero point of a static activation
    std::uint64_t biasBytes = 0;        ///< INT32 codes; a bias that is kept is among the rest

    std::uint64_t bytes() const {
        return codeBytes + scaleBytes + zeroPointBytes + restBytes + inputScaleBytes +
               inputRangeBytes + biasBytes;
    }
    double bitsPerWeight() const {
        return weights == 0 ? 0 : 8.0 * static_cast<double>(bytes()) / static_cast<double>(weights);
    }
};

/// What a model takes on a disk, to the byte: the tensors of the file that writeQuantizedModel
/// makes, without the file's header.
struct ModelSize {
    std::vector<SiteSize> sites;
    std::size_t parameters = 0;         ///< of the whole model
    std::uint64_t otherBytes = 0;       ///< biases that are kept, norms, positions
    std::uint64_t bytes() const;        ///< all of it
    double bitsPerWeight() const;       ///< of all parameters
    std::uint64_t linearBytes() const;  ///< the weights of the linear layers alone
    std::size_t linearWeights() const;
};

/// Known before anything is quantized; the same as that of the model which applyPtq makes.
/// Fails as validate does.
Result<ModelSize> modelSize(const QuantRecipe& recipe, const Transformer<float>& model);

}  // namespace zeropoint
