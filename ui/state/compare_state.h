// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"

#include <array>
#include <vector>

namespace zeropoint::ui {

/// What the Compare page sets side by side: settings of the tensor that all pages show. All of it
/// is undone and saved.
struct CompareState {
    static constexpr int mostColumns = 6;

    std::vector<QuantScheme> columns = startColumns();
    /// Columns that are set against each other, by their places; -1: none.
    std::array<int, 2> pinned{-1, -1};

    bool operator==(const CompareState&) const = default;

    static std::vector<QuantScheme> startColumns();
};

/// Another state of the columns. Places that do not exist, and columns beyond the most, change
/// nothing. The pins stay with their columns.
CompareState withColumn(CompareState state, const QuantScheme& scheme);
CompareState withDuplicate(CompareState state, int column);
CompareState withoutColumn(CompareState state, int column);
CompareState withMoved(CompareState state, int from, int to);
CompareState withScheme(CompareState state, int column, const QuantScheme& scheme);
/// Pins a column to one side; a column that is there already comes off, and off the other side.
CompareState withPin(CompareState state, int side, int column);

}  // namespace zeropoint::ui
