// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/draw.h"

#include "core/course/expression.h"
#include "core/support/random.h"

#include <cmath>

namespace zeropoint::course {
namespace {

constexpr int mostTries = 1000;

Value drawn(const Draw& draw, Random& random) {
    if (!draw.of.empty()) {
        return draw.of[random.below(draw.of.size())];
    }
    const double steps = std::floor((draw.to - draw.from) / draw.step + 1e-9);
    const double index = static_cast<double>(random.below(static_cast<std::uint64_t>(steps) + 1));
    // Of steps such as 0.1 the decimal number is meant, not the sum of its neighbours.
    const double value = draw.from + index * draw.step;
    constexpr double digits = 1e12;
    return std::abs(value) < 1e3 ? std::round(value * digits) / digits : value;
}

Result<bool> holds(const std::vector<std::string>& conditions, const Scope& scope) {
    for (const std::string& condition : conditions) {
        const Result<double> truth = evaluateNumber(condition, scope);
        if (!truth) {
            return tl::unexpected(truth.error());
        }
        if (*truth == 0) {
            return false;
        }
    }
    return true;
}

}  // namespace

Result<Scope> withGivens(const Scope& scope, const Givens& givens, std::uint64_t seed) {
    Random random(seed);
    for (int i = 0; i < mostTries; ++i) {
        Scope all = scope;
        for (const Draw& draw : givens.draws) {
            all.set(draw.name, drawn(draw, random));
        }
        for (const NamedExpression& value : givens.values) {
            all.define(value.name, value.expression);
        }
        const Result<bool> sound = holds(givens.require, all);
        if (!sound) {
            return tl::unexpected(sound.error());
        }
        if (*sound) {
            return all;
        }
    }
    return fail(ErrorCode::InvalidArgument, "No draw meets the conditions under \"require\"", {},
                "Widen the ranges under \"draw\"");
}

}  // namespace zeropoint::course
