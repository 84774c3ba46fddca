// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/teaching_examples.h"

#include <algorithm>

namespace zeropoint::ui {
namespace {

/// The scheme of the two worked examples of docs/DEFINITIONS.md.
QuantScheme asymmetric8() {
    QuantScheme scheme;
    scheme.format = "uint8";
    scheme.symmetric = false;
    return scheme;
}

SyntheticSpec ramp(double min, double max) {
    return {"ramp", {{"min", min}, {"max", max}, {"n", 1001}}};
}

std::vector<TeachingExample> allExamples() {
    return {
        {QStringLiteral("start"), startTensor(), startScheme()},
        {QStringLiteral("ramp-1000"), ramp(0, 1000), asymmetric8(), 250},
        {QStringLiteral("ramp-20-1000"), ramp(-20, 1000), asymmetric8(), 250},
        // Inputs of unit spread, as a norm leaves them, ask for weights of about 1/sqrt(width).
        {QStringLiteral("weights"),
         {"normal", {{"std", 0.02}, {"n", 262144}, {"seed", 3}}},
         std::nullopt},
        {QStringLiteral("relu"), {"relu", {{"std", 1}, {"seed", 3}}}, std::nullopt},
        {QStringLiteral("outlier"),
         {"normal", {{"std", 1}, {"outliers", 1}, {"outlier-gain", 10}, {"seed", 3}}},
         QuantScheme{}},
        {QStringLiteral("outlier-channel"),
         {"outlier-channels",
          {{"rows", 64}, {"cols", 512}, {"channels", 1}, {"gain", 30}, {"seed", 3}}},
         std::nullopt},
        {QStringLiteral("bimodal"),
         {"bimodal", {{"distance", 4}, {"std", 0.25}, {"seed", 3}}},
         std::nullopt},
        // Rows are tokens; the rows of frequent ones are longer.
        {QStringLiteral("embedding"),
         {"outlier-channels",
          {{"rows", 1024},
           {"cols", 64},
           {"channels", 32},
           {"gain", 4},
           {"std", 0.05},
           {"seed", 3}}},
         std::nullopt},
    };
}

}  // namespace

SyntheticSpec startTensor() {
    return {"gamma", {{"scale", 130}, {"zeros", 0.14}, {"seed", 5}}};
}

QuantScheme startScheme() {
    QuantScheme scheme;
    scheme.format = "uint8";
    scheme.symmetric = false;
    scheme.range.kind = RangeMethod::Kind::Percentile;
    return scheme;
}

const std::vector<TeachingExample>& teachingExamples() {
    static const std::vector<TeachingExample> examples = allExamples();
    return examples;
}

const TeachingExample* findTeachingExample(const QString& id) {
    const auto& all = teachingExamples();
    const auto found = std::ranges::find(all, id, &TeachingExample::id);
    return found == all.end() ? nullptr : &*found;
}

QuantScheme schemeOf(const TeachingExample& example, const QuantScheme& now) {
    QuantScheme scheme = example.scheme.value_or(now);
    if (!example.scheme && scheme.range.kind == RangeMethod::Kind::Explicit) {
        scheme.range = RangeMethod{};  // a range by hand was another tensor's
    }
    return scheme;
}

}  // namespace zeropoint::ui
