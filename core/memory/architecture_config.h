// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/architecture.h"

#include <string>
#include <string_view>

namespace zeropoint {

/// The architecture that a config.json describes; `where` names it in errors. Families that are
/// known: config_families_private.h. Malformed: no JSON object, a missing or impossible figure;
/// Unsupported: a model_type that is not known; InvalidArgument: shapes that contradict each other.
Result<Architecture> parseArchitectureConfig(std::string_view json, const std::string& where);

/// The same from a file, or a model's folder with a config.json. A GGUF file is read by its
/// metadata and the names and shapes of its tensors.
Result<Architecture> readArchitecture(const std::string& path);

/// Of a GGUF file.
Result<Architecture> readGgufArchitecture(const std::string& path);

}  // namespace zeropoint
