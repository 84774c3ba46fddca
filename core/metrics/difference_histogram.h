// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace zeropoint {

/// Counts of errors in equal bins around zero whose reach is a power of two: it doubles, and
/// neighbours become one bin, whenever a larger error comes. What it holds in the end depends on
/// the errors alone, not on their order, and the bins of two histograms nest. Errors of exactly
/// zero are counted apart: they lie on an edge.
class DifferenceHistogram {
public:
    static constexpr std::size_t bins = 1024;

    /// x' - x of each pair; those that are not finite are left out. Spans of one length.
    void add(std::span<const float> from, std::span<const float> to);
    void join(const DifferenceHistogram& other);

    /// Bins cover [-reach, reach); 0 while every error is zero.
    double reach() const { return m_reach; }
    std::uint64_t zeros() const { return m_zeros; }
    const std::vector<std::uint64_t>& counts() const { return m_counts; }

    /// Counts between ascending edges, those of a bin taken as evenly spread inside it; zeros are
    /// in the interval that holds 0 (half in each of two that meet there).
    std::vector<double> between(std::span<const double> edges) const;

private:
    /// Until `magnitude` lies inside.
    void growFor(double magnitude);

    double m_reach = 0;
    std::uint64_t m_zeros = 0;
    std::vector<std::uint64_t> m_counts;
};

}  // namespace zeropoint
