// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/scope.h"
#include "core/course/value.h"
#include "core/support/error.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint::course {

/// The arguments of one call, whose kinds have been checked.
class Call {
public:
    Call(std::span<const Value> values, const Scope& scope) : m_values(values), m_scope(scope) {}

    std::size_t count() const { return m_values.size(); }
    bool isText(std::size_t index) const { return !isNumber(m_values[index]); }
    double number(std::size_t index, double absent = 0) const {
        return index < m_values.size() ? std::get<double>(m_values[index]) : absent;
    }
    std::string text(std::size_t index, std::string_view absent = {}) const {
        return index < m_values.size() ? std::get<std::string>(m_values[index])
                                       : std::string(absent);
    }
    const Scope& scope() const { return m_scope; }

private:
    std::span<const Value> m_values;
    const Scope& m_scope;
};

/// One function of expressions.
struct Function {
    std::string_view name;
    /// One letter an argument: n number, t text, a either; behind | they may be left out.
    std::string_view kinds;
    std::string_view arguments;  ///< as documents name them
    Result<Value> (*call)(const Call&);
};

std::span<const Function> arithmeticFunctions();
std::span<const Function> affineFunctions();
std::span<const Function> formatFunctions();
std::span<const Function> tensorFunctions();
std::span<const Function> memoryFunctions();
std::span<const Function> stateFunctions();

/// Null when there is none.
const Function* findFunction(std::string_view name);

}  // namespace zeropoint::course
