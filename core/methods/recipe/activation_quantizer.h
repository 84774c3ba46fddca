// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/recipe/quant_recipe.h"
#include "core/numerics/block_format.h"
#include "core/scheme/affine.h"
#include "core/scheme/param_chooser.h"
#include "core/scheme/quantizer.h"
#include "core/support/error.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>

namespace zeropoint {

/// Quantizes activations on their way through a layer and reads them back: real = scale *
/// (q - zeroPoint) with a range that was calibrated or is found anew. Thread-safe.
class ActivationQuantizer {
public:
    /// @param range of a Static activation; the others find theirs.
    /// Fails as ParamChooser and chooseParams do. mode must not be None.
    static Result<ActivationQuantizer> make(const ActivationRecipe& recipe, const RealRange& range);

    /// x and out [rows, rowLength]; they may be the same memory. sequenceRows: rows that share a
    /// DynamicSequence range; 0: all of them.
    void apply(std::span<const float> x, std::size_t rowLength, std::size_t sequenceRows,
               std::span<float> out) const;

    /// Scale and zero point of a Static activation.
    const QuantParams& params() const { return m_params; }

private:
    ActivationQuantizer() = default;
    void applyRange(std::span<const float> x, std::span<float> out) const;
    void applyBlocks(std::span<const float> x, std::size_t rowLength, std::span<float> out) const;

    ActivationMode m_mode = ActivationMode::None;
    std::shared_ptr<const QuantScheme> m_scheme;  ///< the chooser refers to it
    std::optional<ParamChooser> m_chooser;
    std::optional<Quantizer> m_quantizer;
    const BlockFormat* m_blocks = nullptr;
    QuantParams m_params;
};

}  // namespace zeropoint
