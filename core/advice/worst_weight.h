// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/advise.h"
#include "core/scheme/quant_scheme.h"

#include <optional>
#include <string>

namespace zeropoint {

/// The weight of an option's worst layer that loses most, and what the option does to it.
struct WorstWeight {
    std::string name;
    QuantScheme scheme;
    double sqnrDb = 0;
};

/// Nothing where errors of the option are not known (types that are read here and not written).
std::optional<WorstWeight> worstWeight(const AdviceOption& option, const Architecture& architecture,
                                       const WeightErrors& errors);

/// What an option does to the weight of that name; nothing for one that it keeps exact, that was
/// not measured, or whose type is not written here.
std::optional<QuantScheme> schemeFor(const AdviceOption& option, const Architecture& architecture,
                                     const WeightErrors& errors, const std::string& name);

/// What an option does to most of the matrices of its layers, without any weights. Nothing for
/// types that are not written here and for mixes.
std::optional<QuantScheme> schemeOfLayers(const AdviceOption& option);

}  // namespace zeropoint
