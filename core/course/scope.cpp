// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/scope.h"

#include "core/course/expression.h"
#include "core/course/tensor_reports.h"
#include "core/support/in_quotes.h"

namespace zeropoint::course {
namespace {

/// No name of an expression begins so.
const std::string settingPrefix = "setting ";
constexpr int mostChained = 64;  ///< of values that need values, through settings too

Result<Value> ask(const Scope::Reader& reader, const std::string& name, const char* what,
                  const char* remedy) {
    if (reader) {
        if (auto value = reader(name)) {
            return *value;
        }
    }
    return fail(ErrorCode::NotFound, what + inQuotes(name), name, remedy);
}

}  // namespace

Scope::Scope() : m_tensors(std::make_shared<TensorReports>()) {}

void Scope::set(const std::string& name, Value value) {
    m_values[name] = {std::move(value), {}, false};
}

void Scope::define(const std::string& name, std::string expression) {
    m_values[name] = {std::nullopt, std::move(expression), false};
}

void Scope::setMeasured(std::shared_ptr<const MeasuredResults> results) {
    m_measured = std::move(results);
}

Result<Value> Scope::value(const std::string& name) const {
    const auto found = m_values.find(name);
    if (found == m_values.end()) {
        return fail(ErrorCode::NotFound, "There is no value " + inQuotes(name), name,
                    "Define it under \"values\" or \"draw\"");
    }
    Entry& entry = found->second;
    if (entry.value) {
        return *entry.value;
    }
    if (entry.busy || m_depth > mostChained) {
        return fail(ErrorCode::InvalidArgument, "The value " + inQuotes(name) + " needs itself",
                    name, "Break the circle");
    }
    entry.busy = true;
    ++m_depth;
    Result<Value> value = evaluate(entry.expression, *this);
    --m_depth;
    entry.busy = false;
    if (value) {
        entry.value = *value;
    }
    return value;
}

void Scope::setSetting(const std::string& name, Value value) {
    set(settingPrefix + name, std::move(value));
}

void Scope::defineSetting(const std::string& name, std::string expression) {
    define(settingPrefix + name, std::move(expression));
}

Result<Value> Scope::setting(const std::string& name) const {
    if (!m_liveSettings && knows(settingPrefix + name)) {
        return value(settingPrefix + name);
    }
    return ask(m_liveSettings, name, "The state does not set ",
               "Set it under \"state\", or name a setting that is there");
}

Result<Value> Scope::figure(const std::string& name) const {
    return ask(m_figures, name, "There is no live figure ",
               "Live figures are for the conditions of \"until\"; docs/lessons.md lists them");
}

}  // namespace zeropoint::course
