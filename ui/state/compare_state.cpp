// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/compare_state.h"

#include <algorithm>

namespace zeropoint::ui {
namespace {

bool exists(const CompareState& state, int column) {
    return column >= 0 && column < static_cast<int>(state.columns.size());
}

bool full(const CompareState& state) {
    return static_cast<int>(state.columns.size()) >= CompareState::mostColumns;
}

}  // namespace

std::vector<QuantScheme> CompareState::startColumns() {
    QuantScheme eight;
    QuantScheme four;
    four.format = "int4";
    return {eight, four};
}

CompareState withColumn(CompareState state, const QuantScheme& scheme) {
    if (!full(state)) {
        state.columns.push_back(scheme);
    }
    return state;
}

CompareState withDuplicate(CompareState state, int column) {
    if (exists(state, column) && !full(state)) {
        const QuantScheme copy = state.columns[static_cast<std::size_t>(column)];
        state.columns.insert(state.columns.begin() + column + 1, copy);
        for (int& pin : state.pinned) {
            pin += pin > column ? 1 : 0;
        }
    }
    return state;
}

CompareState withoutColumn(CompareState state, int column) {
    if (exists(state, column)) {
        state.columns.erase(state.columns.begin() + column);
        for (int& pin : state.pinned) {
            pin = pin == column ? -1 : pin - (pin > column ? 1 : 0);
        }
    }
    return state;
}

CompareState withMoved(CompareState state, int from, int to) {
    if (!exists(state, from) || !exists(state, to)) {
        return state;
    }
    const auto begin = state.columns.begin();
    if (from < to) {
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    } else {
        std::rotate(begin + to, begin + from, begin + from + 1);
    }
    for (int& pin : state.pinned) {
        if (pin == from) {
            pin = to;
        } else if (from < pin && pin <= to) {
            --pin;
        } else if (to <= pin && pin < from) {
            ++pin;
        }
    }
    return state;
}

CompareState withScheme(CompareState state, int column, const QuantScheme& scheme) {
    if (exists(state, column)) {
        state.columns[static_cast<std::size_t>(column)] = scheme;
    }
    return state;
}

CompareState withPin(CompareState state, int side, int column) {
    if (exists(state, column) && (side == 0 || side == 1)) {
        int& pin = state.pinned[static_cast<std::size_t>(side)];
        int& other = state.pinned[static_cast<std::size_t>(1 - side)];
        pin = pin == column ? -1 : column;
        other = other == column ? -1 : other;
    }
    return state;
}

}  // namespace zeropoint::ui
