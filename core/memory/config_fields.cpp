// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/config_fields_private.h"
#include "core/support/in_quotes.h"

namespace zeropoint {

constexpr std::uint64_t largest = std::uint64_t{1} << 40;

std::optional<std::int64_t> ConfigFields::number(std::span<const char* const> names) {
    for (const char* name : names) {
        const auto found = m_config.find(name);
        if (found == m_config.end() || found->is_null()) {
            continue;
        }
        if (found->is_number_unsigned() && found->get<std::uint64_t>() <= largest) {
            return static_cast<std::int64_t>(found->get<std::uint64_t>());
        }
        refuse(ErrorCode::Malformed, inQuotes(name) + " is no whole number",
               "Correct the configuration");
    }
    return std::nullopt;
}

std::int64_t ConfigFields::need(std::span<const char* const> names) {
    const auto value = number(names);
    if (!value) {
        refuse(ErrorCode::Malformed, inQuotes(names.front()) + " is missing",
               "Give a model's whole config.json");
    }
    return value.value_or(0);
}

std::int64_t ConfigFields::numberOr(std::span<const char* const> names, std::int64_t value) {
    return number(names).value_or(value);
}

bool ConfigFields::flag(const char* name, bool value) const {
    const auto found = m_config.find(name);
    return found != m_config.end() && found->is_boolean() ? found->get<bool>() : value;
}

std::string ConfigFields::text(const char* name) const {
    const auto found = m_config.find(name);
    return found != m_config.end() && found->is_string() ? found->get<std::string>()
                                                         : std::string();
}

const nlohmann::json* ConfigFields::list(const char* name) const {
    const auto found = m_config.find(name);
    return found != m_config.end() && found->is_array() ? &*found : nullptr;
}

void ConfigFields::refuse(ErrorCode code, std::string what, std::string remedy) {
    if (!m_error) {
        m_error = Error{code, std::move(what), m_where, std::move(remedy)};
    }
}

Result<void> ConfigFields::finish() const {
    if (m_error) {
        return tl::unexpected(*m_error);
    }
    return {};
}

}  // namespace zeropoint
