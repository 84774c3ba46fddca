// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/qat/qat_weight.h"

#include <memory>

namespace zeropoint {

/// What stands in for the derivative of rounding, which is zero wherever it exists.
enum class StraightThrough {
    Plain,    ///< 1 everywhere (Bengio et al. 2013)
    Clipped,  ///< 1 on the grid, 0 where the value is clipped: PyTorch's fake-quantize
};

/// A weight whose scales follow its own extremes at every step (Jacob et al. 2018, arXiv
/// 1712.05877): scale and zero point of affine.h for the smallest and largest master weight of
/// each unit, both times `clip`. From step `freezeAt` on they stay where they are.
///
/// With clip = 1 and scales that move, nothing is ever clipped: the plain and the clipped estimator
/// are then the same method.
class FakeQuantizeWeight final : public QatWeight {
public:
    /// Unsupported for formats that are not integers and range methods other than min-max;
    /// InvalidArgument as WeightUnits::of, and for a clip outside (0, 1].
    static Result<std::shared_ptr<FakeQuantizeWeight>> make(const QuantScheme& scheme,
                                                            const WeightSite& site,
                                                            StraightThrough estimator,
                                                            double clip = 1,
                                                            std::uint64_t freezeAt = never);

    void weightGradient(std::span<const float> master, OwnSpans<const float> own,
                        std::span<float> gradient, OwnSpans<float> ownGradient) override;

private:
    using QatWeight::QatWeight;
    void chooseGrids(std::span<const float> master, OwnSpans<const float> own,
                     std::vector<Grid>& grids) override;

    StraightThrough m_estimator = StraightThrough::Clipped;
    double m_clip = 1;
};

}  // namespace zeropoint
