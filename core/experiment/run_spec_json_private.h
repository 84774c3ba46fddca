// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_spec.h"

#include <nlohmann/json.hpp>

#include <string>

namespace zeropoint {

/// One run as an object of a JSON document; see experiment_spec.h for how mistakes are told.
nlohmann::ordered_json runToJson(const RunSpec& run);
Result<RunSpec> runFromJson(const nlohmann::json& object, const std::string& where);

}  // namespace zeropoint
