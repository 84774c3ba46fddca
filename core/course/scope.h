// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/value.h"
#include "core/support/error.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace zeropoint::course {

class MeasuredResults;
class TensorReports;

/// What an expression may name: values that are given, values that are expressions of their own
/// (evaluated when they are first asked for), settings, live figures and measured results. One
/// thread at a time; copies share what was computed of tensors.
class Scope {
public:
    using Reader = std::function<std::optional<Value>(const std::string& name)>;

    Scope();

    void set(const std::string& name, Value value);
    /// A value that is an expression; it may name others in any order, but not itself.
    void define(const std::string& name, std::string expression);
    /// Settings of a step's state: a value or an expression.
    void setSetting(const std::string& name, Value value);
    void defineSetting(const std::string& name, std::string expression);
    /// Settings of the live window, in place of those.
    void setLiveSettings(Reader reader) { m_liveSettings = std::move(reader); }
    /// Live figures, which only the conditions of "drag it until" name.
    void setFigures(Reader reader) { m_figures = std::move(reader); }
    void setMeasured(std::shared_ptr<const MeasuredResults> results);
    /// Of figures in texts: "." unless the reader's language has another.
    void setDecimalPoint(std::string point) { m_point = std::move(point); }

    bool knows(const std::string& name) const { return m_values.contains(name); }
    /// NotFound for a name that there is not; InvalidArgument for one that needs itself.
    Result<Value> value(const std::string& name) const;
    Result<Value> setting(const std::string& name) const;
    Result<Value> figure(const std::string& name) const;
    const MeasuredResults* measured() const { return m_measured.get(); }
    TensorReports& tensors() const { return *m_tensors; }
    const std::string& decimalPoint() const { return m_point; }

private:
    struct Entry {
        std::optional<Value> value;
        std::string expression;
        bool busy = false;
    };

    mutable std::map<std::string, Entry> m_values;
    mutable int m_depth = 0;
    Reader m_liveSettings;
    Reader m_figures;
    std::shared_ptr<const MeasuredResults> m_measured;
    std::shared_ptr<TensorReports> m_tensors;
    std::string m_point = ".";
};

}  // namespace zeropoint::course
