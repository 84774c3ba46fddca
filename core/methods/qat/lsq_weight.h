// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/qat/qat_weight.h"

#include <memory>

namespace zeropoint {

/// Learned step size quantization (Esser et al. 2020, arXiv 1902.08153) of a weight: the scale of
/// each unit is a parameter that is trained with the model. It starts at 2 mean|w| / sqrt(Qp), its
/// gradient (fake_quantize.h) is multiplied by 1 / sqrt(N Qp), N values in the unit; the weight's
/// own gradient is the clipped straight-through one. `test`: ClipTest::Value is the paper (eq. 3
/// and 5), Code PyTorch's learnable fake quantizer.
///
/// The product sees the scale as its format stores it (FP16, E8M0, double quantization); the
/// gradient goes straight through that rounding.
///
/// What the optimizer holds is the factor scale / (scale at the start), so 1 at first: AdamW moves
/// every parameter by about the learning rate a step, whatever its size, and would be through with
/// a scale of 0.003 in one.
class LsqWeight final : public QatWeight {
public:
    /// Symmetric integer formats: else Unsupported.
    static Result<std::shared_ptr<LsqWeight>> make(const QuantScheme& scheme,
                                                   const WeightSite& site, ClipTest test,
                                                   std::uint64_t freezeAt = never);

    std::vector<OwnParameter> ownParameters() const override;
    void weightGradient(std::span<const float> master, OwnSpans<const float> own,
                        std::span<float> gradient, OwnSpans<float> ownGradient) override;

private:
    using QatWeight::QatWeight;
    void chooseGrids(std::span<const float> master, OwnSpans<const float> own,
                     std::vector<Grid>& grids) override;

    ClipTest m_test = ClipTest::Value;
    std::vector<float> m_starts;  ///< scale of each unit when training began
};

/// 2 mean|x| / sqrt(Qp), the smallest normal float32 for zeros.
float lsqStart(double meanMagnitude, float high);

/// scale = start * factor, kept positive: a factor below 1e-4 counts as that.
float lsqScale(float start, float factor);

}  // namespace zeropoint
