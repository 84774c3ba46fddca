// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/json_file.h"

#include "core/files/byte_source.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace zeropoint {

std::optional<nlohmann::json> readJsonFile(const std::filesystem::path& path) {
    constexpr std::uint64_t mostBytes = 64 << 20;
    const auto source = openFileBytes(path.string());
    if (!source || (*source)->size() > mostBytes) {
        return std::nullopt;
    }
    const auto bytes = readBlock(**source, 0, (*source)->size(), "file");
    if (!bytes) {
        return std::nullopt;
    }
    const std::string_view text(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
    return json.is_object() ? std::optional(std::move(json)) : std::nullopt;
}

}  // namespace zeropoint
