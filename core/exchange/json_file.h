// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <optional>

namespace zeropoint {

/// The object in a JSON file beside a model (up to 64 MiB: tokenizers have megabytes); nothing
/// where there is no file or it holds something else.
std::optional<nlohmann::json> readJsonFile(const std::filesystem::path& path);

}  // namespace zeropoint
