// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace zeropoint {

/// The mean loss of some steps in a row, at the last of them.
struct LossPoint {
    std::uint64_t step = 0;
    double loss = 0;
};

/// The losses of a run of any length in bounded memory: one point a step at first; whenever there
/// are `capacity` points, each two become their mean and points stand for twice as many steps.
class LossTrail {
public:
    static constexpr std::size_t capacity = 2048;

    void add(std::uint64_t step, double loss);
    const std::vector<LossPoint>& points() const { return m_points; }
    /// Steps that a point stands for.
    std::size_t stride() const { return m_stride; }

private:
    std::vector<LossPoint> m_points;
    std::size_t m_stride = 1;
    double m_sum = 0;
    std::size_t m_count = 0;
};

}  // namespace zeropoint
