// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/test_items.h"

#include <numeric>

namespace zeropoint {

double TestItems::accuracy() const {
    const auto sum = std::accumulate(right.begin(), right.end(), std::uint64_t{0});
    const double all = static_cast<double>(count()) * scored;
    return count() == 0 ? 0.0 : static_cast<double>(sum) / all;
}

TestItems itemsOf(AccuracyKind kind, const TestPredictions& predictions) {
    const std::size_t each = predictions.perSequence;
    const bool whole = kind == AccuracyKind::WholeSequences;
    TestItems items;
    items.scored = whole ? 1 : static_cast<std::uint16_t>(each);
    for (std::size_t begin = 0; begin + each <= predictions.targets.size(); begin += each) {
        std::size_t right = 0;
        for (std::size_t i = begin; i < begin + each; ++i) {
            right += predictions.likeliest[i] == predictions.targets[i] ? 1 : 0;
        }
        items.right.push_back(static_cast<std::uint16_t>(whole ? right == each : right));
    }
    return items;
}

}  // namespace zeropoint
