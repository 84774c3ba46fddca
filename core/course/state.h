// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/scope.h"
#include "core/support/error.h"

#include <string>
#include <vector>

namespace zeropoint::course {

/// One setting of the workbench that a step or a card sets: a value as JSON, or an expression.
struct StateEntry {
    std::string setting;  ///< "calibrate.scheme.bits"
    std::string json;     ///< "8", "\"asymmetric\"", "[0,1]"; empty: the expression counts
    std::string expression;
    int line = 0;
};
using State = std::vector<StateEntry>;

/// `above` on top of `below`: a setting that both name is the one above. A kind ("x.kind") begins
/// its neighbours ("x.min") anew: other kinds have other ones.
State joined(const State& below, const State& above);

/// Where something is shown: settings, and the place to look at (may be empty).
struct Place {
    State state;
    std::string target;
    int line = 0;

    bool empty() const { return state.empty() && target.empty(); }
};

/// A setting with its value as JSON.
struct Setting {
    std::string name;
    std::string json;

    bool operator==(const Setting&) const = default;
};

/// The state with its expressions worked out.
Result<std::vector<Setting>> resolve(const State& state, const Scope& scope);

/// Makes the state's settings what setting() names.
void setSettings(Scope& scope, const State& state);

}  // namespace zeropoint::course
