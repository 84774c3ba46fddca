// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/measured_results.h"

#include "core/support/in_quotes.h"

#include <nlohmann/json.hpp>

namespace zeropoint::course {
namespace {

using PlainJson = nlohmann::json;

double numberAt(const PlainJson& object, const char* name) {
    return object.at(name).get<double>();
}

std::map<std::string, double> fieldsOf(const PlainJson& run) {
    return {{"accuracy", numberAt(run, "accuracy")},
            {"low", run.at("accuracy_ci95").at(0).get<double>()},
            {"high", run.at("accuracy_ci95").at(1).get<double>()},
            {"loss", numberAt(run, "loss")},
            {"size", numberAt(run, "size_bytes")},
            {"bits_per_weight", numberAt(run, "bits_per_weight")},
            {"seconds", numberAt(run, "seconds")},
            {"seeds", double(run.at("seeds").size())}};
}

/// Every number of a run that is named by itself: what a replayed bug did.
std::map<std::string, double> numbersOf(const PlainJson& run) {
    std::map<std::string, double> numbers;
    for (const auto& [field, value] : run.items()) {
        if (value.is_number()) {
            numbers[field] = value.get<double>();
        }
    }
    return numbers;
}

/// The mean over the seeds of what only single runs tell.
void addMeans(const PlainJson& runs, const std::string& name,
              std::map<std::string, double>& fields) {
    std::map<std::string, double> sums;
    double count = 0;
    for (const PlainJson& run : runs) {
        if (run.at("name") != name) {
            continue;
        }
        ++count;
        sums["parameters"] += numberAt(run, "parameters");
        sums["trained"] += numberAt(run, "trained");
        if (const PlainJson& base = run.at("base_accuracy"); base.is_array()) {
            sums["base_before"] += base.at(0).get<double>();
            sums["base_after"] += base.at(1).get<double>();
        }
    }
    for (const auto& [field, sum] : sums) {
        fields[field] = sum / count;
    }
}

template <typename Map>
std::string keysOf(const Map& map) {
    std::string keys;
    for (const auto& [key, value] : map) {
        keys += (keys.empty() ? "" : ", ") + inQuotes(key);
    }
    return keys;
}

}  // namespace

Result<void> MeasuredResults::add(const std::string& experiment, std::string_view json) {
    try {
        const PlainJson document = PlainJson::parse(json);
        if (const auto bugs = document.find("bugs"); bugs != document.end()) {
            for (const PlainJson& bug : *bugs) {
                m_experiments[experiment][bug.at("name").get<std::string>()] = numbersOf(bug);
            }
            return {};
        }
        for (const PlainJson& run : document.at("summary")) {
            const auto name = run.at("name").get<std::string>();
            auto fields = fieldsOf(run);
            addMeans(document.at("runs"), name, fields);
            m_experiments[experiment][name] = std::move(fields);
        }
    } catch (const PlainJson::exception& error) {
        return fail(ErrorCode::Malformed, std::string("These are no results: ") + error.what(),
                    experiment, "Write them with zeropoint-cli experiment --json");
    }
    return {};
}

void MeasuredResults::join(const MeasuredResults& others) {
    m_experiments.insert(others.m_experiments.begin(), others.m_experiments.end());
}

Result<double> MeasuredResults::value(const std::string& experiment, const std::string& run,
                                      const std::string& field) const {
    const auto missing = [](const std::string& name, const std::string& known) {
        return fail(ErrorCode::NotFound, "There is no result " + inQuotes(name), "measured()",
                    known.empty() ? "Results stand in the folder results" : "There are " + known);
    };
    const auto runs = m_experiments.find(experiment);
    if (runs == m_experiments.end()) {
        return missing(experiment, keysOf(m_experiments));
    }
    const auto fields = runs->second.find(run);
    if (fields == runs->second.end()) {
        return missing(run, keysOf(runs->second));
    }
    const auto value = fields->second.find(field);
    if (value == fields->second.end()) {
        return missing(field, keysOf(fields->second));
    }
    return value->second;
}

}  // namespace zeropoint::course
