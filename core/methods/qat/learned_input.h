// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/qat/qat_input.h"

namespace zeropoint {

/// An input whose range is a parameter that is trained with the model: start * factor. The start
/// is found in the first training step; the factor, 1 at first, is what the optimizer holds (see
/// LsqWeight for why). Subclasses say what they scale and what its gradient is.
class LearnedInput : public QatInput {
public:
    void beginStep(const Pass& pass, std::size_t shards) override;
    void endStep(const Pass& pass) override;
    void effectiveInput(const Pass& pass, std::span<const float> x, OwnSpans<const float> own,
                        std::span<float> effective) override;
    void inputGradient(const Pass& pass, std::span<const float> x, OwnSpans<const float> own,
                       std::span<float> gradient, OwnSpans<float> ownGradient) override;

    Grid grid() const override { return m_grid; }

protected:
    /// What some rows tell about themselves.
    struct Seen {
        double magnitudes = 0;  ///< sum
        double largest = 0;     ///< magnitude
        std::size_t count = 0;
    };
    LearnedInput(const QuantScheme& scheme, const ElementFormat& element, std::uint64_t freezeAt);

    virtual float startOf(const Seen& seen) const = 0;
    virtual Grid gridOf(float start, float factor) const = 0;
    /// Derivative by the factor divided by the start, summed over the rows, before the gradient of
    /// the input, in place.
    virtual double learn(std::span<const float> x, const Grid& grid,
                         std::span<float> gradient) const = 0;
    /// The grid of a symmetric format without its zero point; the scale as its format stores it.
    Grid centredGrid(float scale) const;

private:
    struct Shard {
        Seen seen;
        float start = 0;
        Grid grid;
    };

    std::uint64_t m_freezeAt;
    bool m_frozen = false;
    bool m_training = false;
    float m_start = 0;  ///< 0: not found yet
    Grid m_grid;
    std::vector<Shard> m_shards;
};

}  // namespace zeropoint
