// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/qat/qat.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace zeropoint {

/// A weight that changes back and forth, over the last steps that it was followed.
struct CodeTrail {
    std::size_t weight = 0;     ///< in the order of the units
    std::size_t firstStep = 0;  ///< of the first code below
    std::vector<std::int32_t> codes;
    std::vector<float> positions;  ///< w / scale at the same steps
};

/// One weight matrix in the middle of quantization-aware training, in numbers to draw. Positions
/// are in units of the scale, w / scale, so that the levels of every unit fall on whole numbers.
struct WeightInsight {
    std::size_t step = 0;
    double low = 0;  ///< first and last level: Grid::low, Grid::high
    double high = 0;
    double lowEdge = 0;               ///< of the first bin; a level lies in the middle of its bins
    double binWidth = 0;              ///< an equal share of a step
    std::vector<std::uint32_t> bins;  ///< masters; those beyond the edges are in the outer bins
    std::vector<std::uint32_t> levels;  ///< masters by the level they are rounded to, low .. high
    std::vector<float> scales;          ///< one a unit
    std::size_t count = 0;
    std::size_t clipped = 0;      ///< rounded beyond the ends
    std::size_t oscillating = 0;  ///< see QatWatch; 0 without watching
    /// Of the weights whose codes turn most often, at most QatWatch::mostFollowed; chosen anew
    /// every 16 steps.
    std::vector<CodeTrail> trails;
    double meanDistance = 0;  ///< of a weight from its level, in steps: 0.25 when spread evenly
};

/// Watches a model's codes while it is trained. A weight oscillates when its code changes in the
/// direction opposite to its last change; how often is averaged exponentially (momentum 0.01), and
/// weights above 0.5 % count as oscillating (Nagel et al. 2022, arXiv 2203.11086).
class QatWatch {
public:
    static constexpr std::size_t mostFollowed = 3;
    static constexpr std::size_t trailSteps = 200;  ///< that a trail goes back at most

    /// The model must outlive it, with these sites attached.
    QatWatch(const Transformer<float>& model, std::vector<QatSite> sites);

    const std::vector<QatSite>& sites() const { return m_sites; }
    /// After a training step: one pass over the weights.
    void step();
    std::size_t steps() const { return m_steps; }

    /// A site with a weight part, as the model is now. `binsPerStep` is even: 2..64.
    WeightInsight weights(std::size_t site, std::size_t binsPerStep = 8) const;

private:
    struct Tracked {
        std::size_t parameter = 0;  ///< index of the weight; unused without a weight part
        std::vector<std::int32_t> codes;
        std::vector<std::int8_t> direction;  ///< of the last change: -1, 0, 1
        std::vector<float> frequency;
        std::vector<CodeTrail> trails;
    };
    void follow(std::size_t site);
    void chooseFollowed(Tracked& tracked) const;

    const Transformer<float>* m_model;
    std::vector<QatSite> m_sites;
    std::vector<Tracked> m_tracked;
    std::size_t m_steps = 0;
};

/// A quantizer and what stands in for its derivative, at one place of the x axis.
struct StePoint {
    double x = 0;                  ///< in units of the scale
    double y = 0;                  ///< the level it is rounded to
    double trueSlope = 0;          ///< dy/dx: 0 wherever it exists
    double plain = 1;              ///< straight-through
    double clipped = 1;            ///< 0 where the rounded code is beyond the ends (ClipTest::Code)
    double lsq = 1;                ///< 0 where x itself is at an end or beyond (ClipTest::Value)
    double scaleSlope = 0;         ///< dy/dscale of LSQ as in the paper (ClipTest::Value)
    double scaleSlopePyTorch = 0;  ///< ... as PyTorch has it (ClipTest::Code)
};

/// `count` >= 2 points, evenly from one and a half steps below the grid to as much above it.
std::vector<StePoint> straightThroughCurve(const Grid& grid, std::size_t count);

}  // namespace zeropoint
