// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/qat/learned_input.h"

#include <memory>

namespace zeropoint {

/// Parameterized clipping activation (PACT, Choi et al. 2018, arXiv 1805.06085): x is clipped at a
/// trained alpha, then quantized with scale alpha / high. An asymmetric unsigned format clips to
/// [0, alpha], as the paper does behind a ReLU; a symmetric one to [-alpha, alpha], for inputs of
/// both signs. dy/dalpha = 1 where x >= alpha (-1 where x <= -alpha), else 0; dy/dx = 1 between the
/// ends, else 0. alpha starts at the largest magnitude of the first batch and is the one quantizer
/// parameter that decays, as the paper's regularization asks.
class PactInput final : public LearnedInput {
public:
    /// Symmetric formats, or asymmetric unsigned ones: else Unsupported.
    static Result<std::shared_ptr<PactInput>> make(const QuantScheme& scheme,
                                                   const WeightSite& site,
                                                   std::uint64_t freezeAt = never);

    std::vector<OwnParameter> ownParameters() const override;
    /// Where inputs are clipped: high * scale.
    float alpha() const { return grid().high * grid().scale; }

private:
    using LearnedInput::LearnedInput;
    float startOf(const Seen& seen) const override;
    Grid gridOf(float start, float factor) const override;
    double learn(std::span<const float> x, const Grid& grid,
                 std::span<float> gradient) const override;
};

/// The gradient of the clip in place (see PactInput), and sum of upstream * dy/dalpha.
/// `low` is 0 or -alpha.
double pactGradient(std::span<const float> x, float low, float alpha, std::span<float> gradient);

}  // namespace zeropoint
