// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/methods/recipe/quant_recipe.h"
#include "core/nn/transformer.h"
#include "core/scheme/affine.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace zeropoint {

/// What arrived at one or more layers that read the same values (q, k and v share theirs).
struct SiteInput {
    std::size_t width = 0;
    /// [kept, width]: every row, or evenly spaced ones where there were more than wanted.
    std::vector<float> rows;
    std::size_t sequenceRows = 0;  ///< kept rows of one sequence; 0: unknown
    /// [batches, width]: the extremes of each column in each batch, over all of its rows.
    std::vector<float> lows;
    std::vector<float> highs;

    std::size_t kept() const { return width == 0 ? 0 : rows.size() / width; }
    std::size_t batches() const { return width == 0 ? 0 : lows.size() / width; }
    RealRange batchRange(std::size_t batch) const;
    RealRange extremes() const;  ///< over all batches
    /// max |x| of each column over all batches.
    std::vector<float> columnMagnitudes() const;
    /// x / s for every row; scale [width], above 0.
    void divideColumns(std::span<const float> scale);
};

/// The inputs of every linear site of a model over calibration batches.
struct SiteInputs {
    std::vector<SiteInput> inputs;
    /// For each of Transformer::sites() its place in `inputs`; `none` for a table.
    std::vector<std::size_t> ofSite;

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    const SiteInput* of(std::size_t site) const {
        return ofSite[site] == none ? nullptr : &inputs[ofSite[site]];
    }
};

/// Runs the calibration batches (of the training part) through a prepared model and keeps what its
/// linear layers read, up to `mostRows` rows of each. The rows do not depend on the number of
/// threads. Cancelled; InvalidArgument when there is no batch.
Result<SiteInputs> captureInputs(const Transformer<float>& model, const Dataset& data,
                                 const CalibrationRecipe& calibration, std::size_t mostRows,
                                 const Execution& execution = {});

/// What a site read in a pass that a state kept; empty for a table or an unknown name.
std::span<const float> inputOf(const ForwardState<float>& state, std::string_view site);

/// The range of a static activation: the scheme's range method over the kept rows (min-max over
/// all rows), or the moving average over the batches.
Result<RealRange> observeRange(const SiteInput& input, const ActivationRecipe& activation);

}  // namespace zeropoint
