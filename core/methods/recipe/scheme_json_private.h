// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"

#include <nlohmann/json.hpp>

#include <string>

namespace zeropoint {

/// A scheme as an object of a JSON document; see quant_recipe.h for how mistakes are told.
nlohmann::ordered_json schemeToJson(const QuantScheme& scheme);
Result<QuantScheme> schemeFromJson(const nlohmann::json& object, const std::string& where);

}  // namespace zeropoint
