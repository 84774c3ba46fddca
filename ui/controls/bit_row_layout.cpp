// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/bit_row_layout.h"

#include <algorithm>

namespace zeropoint::ui {
namespace {

struct Metrics {
    int cellWidth;
    int leastWidth;
    int cellHeight;
    int gap;
    int groupGap;
    int above;  ///< room for the titles
    int below;  ///< room for the weights
    bool wraps;
};

constexpr Metrics smallMetrics{13, 5, 20, 1, 5, 0, 0, false};
constexpr Metrics largeMetrics{26, 20, 32, 2, 10, 26, 18, true};
constexpr Metrics tightMetrics{20, 13, 32, 1, 6, 26, 18, true};

const Metrics& metricsOf(BitRow::Size size) {
    return size == BitRow::Size::Large ? largeMetrics : smallMetrics;
}

int countBits(const std::vector<BitGroup>& groups) {
    int count = 0;
    for (const BitGroup& group : groups) {
        count += group.count;
    }
    return count;
}

/// Everything of a line but its cells: gaps inside the groups and between them.
int gapWidth(const std::vector<BitGroup>& groups, const Metrics& metrics) {
    int gaps = 0;
    for (const BitGroup& group : groups) {
        gaps += std::max(0, group.count - 1) * metrics.gap;
    }
    return gaps + std::max(0, static_cast<int>(groups.size()) - 1) * metrics.groupGap;
}

int lineWidth(const std::vector<BitGroup>& groups, const Metrics& metrics, int cellWidth) {
    return countBits(groups) * cellWidth + gapWidth(groups, metrics);
}

}  // namespace

BitRowLayout layOutBitRow(const std::vector<BitGroup>& groups, BitRow::Size size, int width) {
    const bool tight = size == BitRow::Size::Large &&
                       width < lineWidth(groups, largeMetrics, largeMetrics.leastWidth);
    const Metrics& metrics = tight ? tightMetrics : metricsOf(size);
    BitRowLayout layout;
    const int count = std::max(1, countBits(groups));
    const int fitting = (width - gapWidth(groups, metrics)) / count;
    const int cell = std::clamp(fitting, metrics.leastWidth, metrics.cellWidth);
    const int lineHeight = metrics.above + metrics.cellHeight + metrics.below;
    int x = 0;
    int y = metrics.above;
    for (const BitGroup& group : groups) {
        for (int bit = 0; bit < group.count; ++bit) {
            if (metrics.wraps && x > 0 && x + cell > width) {
                x = 0;
                y += lineHeight;
            }
            layout.cells.emplace_back(x, y, cell, metrics.cellHeight);
            x += cell + metrics.gap;
        }
        x += metrics.groupGap - metrics.gap;
    }
    layout.height = y + metrics.cellHeight + metrics.below;
    return layout;
}

int preferredBitRowWidth(const std::vector<BitGroup>& groups, BitRow::Size size) {
    const Metrics& metrics = metricsOf(size);
    return lineWidth(groups, metrics, metrics.cellWidth);
}

}  // namespace zeropoint::ui
