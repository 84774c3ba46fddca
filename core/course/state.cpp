// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/state.h"

#include "core/course/expression.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace zeropoint::course {
namespace {

constexpr std::string_view kindEnding = ".kind";

std::string jsonOf(const Value& value) {
    return isNumber(value) ? nlohmann::json(std::get<double>(value)).dump()
                           : nlohmann::json(std::get<std::string>(value)).dump();
}

}  // namespace

State joined(const State& below, const State& above) {
    State all = below;
    for (const StateEntry& entry : above) {
        if (entry.setting.ends_with(kindEnding)) {
            const std::string family =
                entry.setting.substr(0, entry.setting.size() - kindEnding.size() + 1);
            std::erase_if(
                all, [&](const StateEntry& other) { return other.setting.starts_with(family); });
        }
    }
    for (const StateEntry& entry : above) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const StateEntry& other) {
            return other.setting == entry.setting;
        });
        if (found != all.end()) {
            *found = entry;
        } else {
            all.push_back(entry);
        }
    }
    return all;
}

Result<std::vector<Setting>> resolve(const State& state, const Scope& scope) {
    std::vector<Setting> settings;
    for (const StateEntry& entry : state) {
        if (!entry.json.empty()) {
            settings.push_back({entry.setting, entry.json});
            continue;
        }
        const Result<Value> value = evaluate(entry.expression, scope);
        if (!value) {
            return tl::unexpected(value.error());
        }
        settings.push_back({entry.setting, jsonOf(*value)});
    }
    return settings;
}

void setSettings(Scope& scope, const State& state) {
    for (const StateEntry& entry : state) {
        if (entry.json.empty()) {
            scope.defineSetting(entry.setting, entry.expression);
            continue;
        }
        const auto json = nlohmann::json::parse(entry.json, nullptr, false);
        if (json.is_number()) {
            scope.setSetting(entry.setting, json.get<double>());
        } else if (json.is_boolean()) {
            scope.setSetting(entry.setting, json.get<bool>() ? 1.0 : 0.0);
        } else if (json.is_string()) {
            scope.setSetting(entry.setting, json.get<std::string>());
        }
    }
}

}  // namespace zeropoint::course
