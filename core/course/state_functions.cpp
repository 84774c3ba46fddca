// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/function_private.h"
#include "core/course/measured_results.h"

#include <array>

namespace zeropoint::course {
namespace {

Result<Value> measured(const Call& call) {
    const MeasuredResults* results = call.scope().measured();
    if (results == nullptr) {
        return fail(ErrorCode::NotFound, "There are no measured results", "measured()",
                    "Results stand in the folder results");
    }
    const auto value = results->value(call.text(0), call.text(1), call.text(2));
    return value ? Result<Value>(*value) : Result<Value>(tl::unexpected(value.error()));
}

constexpr std::array stateTable = {
    Function{"setting", "t", "'name'", [](const Call& c) { return c.scope().setting(c.text(0)); }},
    Function{"figure", "t", "'name'", [](const Call& c) { return c.scope().figure(c.text(0)); }},
    Function{"measured", "ttt", "EXPERIMENT, RUN, FIELD", measured},
};

}  // namespace

std::span<const Function> stateFunctions() {
    return stateTable;
}

}  // namespace zeropoint::course
