// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/unit_layout.h"

#include <string>

namespace zeropoint {

Result<UnitLayout> UnitLayout::make(const Shape& shape, const QuantScheme& scheme) {
    UnitLayout layout;
    layout.m_size = static_cast<std::size_t>(std::max<std::int64_t>(elementCount(shape), 0));
    if (scheme.granularity == Granularity::Tensor) {
        layout.m_run = layout.m_row = std::max<std::size_t>(layout.m_size, 1);
        return layout;
    }
    const Shape whole = shape.empty() ? Shape{1} : shape;
    const auto rank = static_cast<int>(whole.size());
    if (scheme.granularity == Granularity::Group) {
        if (scheme.groupSize < 1) {
            return fail(ErrorCode::InvalidArgument, "A group needs at least one value",
                        std::to_string(scheme.groupSize), "Give a group size of 1 or more");
        }
        const auto row = static_cast<std::size_t>(whole.back());
        layout.m_row = std::max<std::size_t>(row, 1);
        layout.m_run = std::min(static_cast<std::size_t>(scheme.groupSize), layout.m_row);
        layout.m_perRow = (layout.m_row + layout.m_run - 1) / layout.m_run;
        layout.m_units = layout.m_size / layout.m_row * layout.m_perRow;
        return layout;
    }
    const int axis = scheme.axis < 0 ? scheme.axis + rank : scheme.axis;
    if (axis < 0 || axis >= rank) {
        return fail(
            ErrorCode::InvalidArgument, "The tensor has no such axis",
            "axis " + std::to_string(scheme.axis) + " of " + toString(shape),
            "Give an axis from " + std::to_string(-rank) + " to " + std::to_string(rank - 1));
    }
    // Channels without values have no scales: a file of no bytes may claim 10^9 of them.
    layout.m_units =
        layout.m_size == 0 ? 0 : static_cast<std::size_t>(whole[static_cast<std::size_t>(axis)]);
    std::size_t inner = 1;
    for (int i = axis + 1; i < rank; ++i) {
        inner *= static_cast<std::size_t>(whole[static_cast<std::size_t>(i)]);
    }
    layout.m_run = layout.m_row = std::max<std::size_t>(inner, 1);
    layout.m_contiguous = layout.m_size == layout.m_units * inner;
    return layout;
}

std::span<const float> UnitLayout::values(std::span<const float> all, std::size_t unit,
                                          std::vector<float>& buffer) const {
    if (m_size == 0) {
        return {};
    }
    if (m_contiguous) {
        // Tensor and channel runs have the same length; groups start anew in each row.
        const std::size_t begin = unit / m_perRow * m_row + unit % m_perRow * m_run;
        return all.subspan(begin, runEnd(begin) - begin);
    }
    buffer.clear();
    for (std::size_t begin = unit * m_run; begin < m_size; begin += m_units * m_run) {
        buffer.insert(buffer.end(), all.begin() + static_cast<std::ptrdiff_t>(begin),
                      all.begin() + static_cast<std::ptrdiff_t>(begin + m_run));
    }
    return buffer;
}

}  // namespace zeropoint
