// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/qat/learned_input.h"

#include <memory>

namespace zeropoint {

/// Learned step size quantization (Esser et al. 2020, arXiv 1902.08153) of an input [rows, in]: one
/// scale, which starts at 2 mean|x| / sqrt(Qp) of the first batch. Its gradient is multiplied by
/// 1 / sqrt(N Qp), N = in, the features of the layer; that of the input is the clipped
/// straight-through one. `test`: ClipTest::Value is the paper, Code PyTorch's learnable form.
class LsqInput final : public LearnedInput {
public:
    /// Symmetric integer formats: else Unsupported.
    static Result<std::shared_ptr<LsqInput>> make(const QuantScheme& scheme, const WeightSite& site,
                                                  ClipTest test, std::uint64_t freezeAt = never);

    std::vector<OwnParameter> ownParameters() const override;

private:
    LsqInput(const QuantScheme& scheme, const ElementFormat& element, std::size_t width,
             ClipTest test, std::uint64_t freezeAt);
    float startOf(const Seen& seen) const override;
    Grid gridOf(float start, float factor) const override;
    double learn(std::span<const float> x, const Grid& grid,
                 std::span<float> gradient) const override;

    std::size_t m_width;
    ClipTest m_test;
};

}  // namespace zeropoint
