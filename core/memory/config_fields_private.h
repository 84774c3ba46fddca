// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>

namespace zeropoint {

/// Figures of a config.json by the several names that families give them.
class ConfigFields {
public:
    ConfigFields(const nlohmann::json& config, std::string where)
        : m_config(config), m_where(std::move(where)) {}

    /// The first of the names that holds a whole number of 0 to 2^40; null counts as absent.
    /// Anything else under one of them is noted as a failure.
    std::optional<std::int64_t> number(std::span<const char* const> names);
    std::optional<std::int64_t> number(std::initializer_list<const char*> names) {
        return number(std::span(names.begin(), names.size()));
    }
    /// The same, or a failure when none is there.
    std::int64_t need(std::span<const char* const> names);
    std::int64_t need(std::initializer_list<const char*> names) {
        return need(std::span(names.begin(), names.size()));
    }
    std::int64_t numberOr(std::span<const char* const> names, std::int64_t value);
    std::int64_t numberOr(std::initializer_list<const char*> names, std::int64_t value) {
        return numberOr(std::span(names.begin(), names.size()), value);
    }
    bool flag(const char* name, bool value) const;
    std::string text(const char* name) const;
    const nlohmann::json* list(const char* name) const;
    /// Reads the object of a name, where there is one, with fill(ConfigFields&).
    template <typename Fill>
    void readObject(const char* name, Fill fill) {
        if (const auto found = m_config.find(name); found != m_config.end() && found->is_object()) {
            ConfigFields inner(*found, m_where);
            fill(inner);
            m_error = m_error ? m_error : inner.m_error;
        }
    }
    void refuse(ErrorCode code, std::string what, std::string remedy);
    Result<void> finish() const;

private:
    const nlohmann::json& m_config;
    std::string m_where;
    std::optional<Error> m_error;
};

}  // namespace zeropoint
