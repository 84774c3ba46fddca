// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/moving_average_range.h"
#include "core/methods/qat/qat_input.h"

#include <memory>

namespace zeropoint {

/// Whose extremes make the range of an input.
enum class InputRange {
    Sequence,  ///< the rows of each sequence
    Token,     ///< each row by itself
    Average,   ///< those of the training batches, averaged from step to step
    Extremes,  ///< the smallest and largest value of all training batches so far
};

/// An input that is quantized to a range which it has been seen to take (Jacob et al. 2018, arXiv
/// 1712.05877). With Average a step moves the ends by `constant` of their way to the extremes of
/// its batch, as PyTorch's MovingAverageMinMaxObserver does, with Extremes it widens them to those
/// of its batch, as MinMaxObserver does; but it works itself with the range from before (see
/// QatInput). The gradient is the clipped straight-through one.
class FakeQuantizeInput final : public QatInput {
public:
    struct Config {
        InputRange range = InputRange::Average;
        float constant = 0.01F;          ///< in (0, 1]
        std::uint64_t freezeAt = never;  ///< Average, Extremes: from this step on the range stays
    };
    /// Unsupported for formats that are not integers and for a range method other than min-max:
    /// training follows extremes.
    static Result<std::shared_ptr<FakeQuantizeInput>> make(const QuantScheme& scheme,
                                                           const WeightSite& site,
                                                           const Config& config);

    void beginStep(const Pass& pass, std::size_t shards) override;
    void endStep(const Pass& pass) override;
    void effectiveInput(const Pass& pass, std::span<const float> x, OwnSpans<const float> own,
                        std::span<float> effective) override;
    void inputGradient(const Pass& pass, std::span<const float> x, OwnSpans<const float> own,
                       std::span<float> gradient, OwnSpans<float> ownGradient) override;

    Grid grid() const override { return m_grid; }
    /// The observed range; [0, 0] before the first step.
    RealRange range() const { return m_seen ? m_range : RealRange{}; }

private:
    struct Shard {
        RealRange range;          ///< of this step's rows
        std::vector<Grid> grids;  ///< one, or one a row
        bool seen = false;
    };
    FakeQuantizeInput(const QuantScheme& scheme, const ElementFormat& element, std::size_t width,
                      const Config& config);
    bool observed() const {
        return m_config.range == InputRange::Average || m_config.range == InputRange::Extremes;
    }
    std::size_t stretch(const Pass& pass, std::size_t size) const;

    std::size_t m_width;
    Config m_config;
    bool m_observes = false;
    MovingAverageRange m_average;
    bool m_seen = false;  ///< a training batch
    RealRange m_range;
    Grid m_grid;
    std::vector<Shard> m_shards;
};

}  // namespace zeropoint
