// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/synthetic_spec.h"

#include "core/support/in_quotes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace zeropoint {
namespace {

std::string numberText(double value) {
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.begin(), buffer.end(), value);
    return {buffer.begin(), end};
}

template <typename Rows, typename Name>
std::string list(const Rows& rows, Name name) {
    std::string text;
    for (const auto& row : rows) {
        text += (text.empty() ? "" : ", ") + std::string(name(row));
    }
    return text;
}

Result<void> checkValue(const SyntheticParameter& parameter, double value) {
    const bool whole = !parameter.integer || value == std::floor(value);
    if (value >= parameter.minimum && value <= parameter.maximum && whole) {
        return {};
    }
    return fail(ErrorCode::InvalidArgument,
                inQuotes(parameter.key) + " cannot be " + numberText(value), "synthetic",
                std::string("Give a ") + (parameter.integer ? "whole " : "") + "number from " +
                    numberText(parameter.minimum) + " to " + numberText(parameter.maximum));
}

Result<std::pair<std::string, double>> parsePair(std::string_view text) {
    const std::size_t equals = text.find('=');
    double value = 0;
    if (equals != std::string_view::npos) {
        const std::string_view number = text.substr(equals + 1);
        const auto [end, error] =
            std::from_chars(number.data(), number.data() + number.size(), value);
        if (error == std::errc() && end == number.data() + number.size()) {
            return std::pair{std::string(text.substr(0, equals)), value};
        }
    }
    return fail(ErrorCode::InvalidArgument,
                inQuotes(text) + " is not a parameter of a distribution", "synthetic",
                "Write KEY=NUMBER, such as std=0.02");
}

}  // namespace

const SyntheticKind* findSyntheticKind(std::string_view name) {
    const auto& kinds = syntheticKinds();
    const auto found = std::ranges::find(kinds, name, &SyntheticKind::name);
    return found == kinds.end() ? nullptr : &*found;
}

Result<const SyntheticKind*> checkSynthetic(const SyntheticSpec& spec) {
    const SyntheticKind* kind = findSyntheticKind(spec.kind);
    if (kind == nullptr) {
        return fail(ErrorCode::InvalidArgument, "There is no distribution " + inQuotes(spec.kind),
                    "synthetic",
                    "Choose one of " +
                        list(syntheticKinds(), [](const SyntheticKind& k) { return k.name; }));
    }
    for (const auto& [key, value] : spec.parameters) {
        const auto found = std::ranges::find(kind->parameters, key, &SyntheticParameter::key);
        if (found == kind->parameters.end()) {
            return fail(ErrorCode::InvalidArgument,
                        inQuotes(spec.kind) + " has no parameter " + inQuotes(key), "synthetic",
                        "It takes " + list(kind->parameters,
                                           [](const SyntheticParameter& p) { return p.key; }));
        }
        if (const auto valid = checkValue(*found, value); !valid) {
            return tl::unexpected(valid.error());
        }
    }
    return kind;
}

double syntheticValue(const SyntheticKind& kind, const SyntheticSpec& spec, std::string_view key) {
    const auto given = spec.parameters.find(key);
    if (given != spec.parameters.end()) {
        return given->second;
    }
    const auto found = std::ranges::find(kind.parameters, key, &SyntheticParameter::key);
    return found == kind.parameters.end() ? 0 : found->defaultValue;
}

Result<SyntheticSpec> parseSynthetic(std::string_view text) {
    const std::size_t question = text.find('?');
    SyntheticSpec spec{std::string(text.substr(0, question)), {}};
    std::string_view rest =
        question == std::string_view::npos ? std::string_view() : text.substr(question + 1);
    while (!rest.empty()) {
        const std::size_t comma = rest.find(',');
        auto pair = parsePair(rest.substr(0, comma));
        if (!pair) {
            return tl::unexpected(pair.error());
        }
        if (!spec.parameters.insert(*pair).second) {
            return fail(ErrorCode::InvalidArgument, inQuotes(pair->first) + " is given twice",
                        "synthetic", "Give each parameter once");
        }
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    }
    if (const auto kind = checkSynthetic(spec); !kind) {
        return tl::unexpected(kind.error());
    }
    return spec;
}

std::string toString(const SyntheticSpec& spec) {
    std::string text;
    const SyntheticKind* kind = findSyntheticKind(spec.kind);
    for (const auto& [key, value] : spec.parameters) {
        if (kind != nullptr && value == syntheticValue(*kind, {spec.kind, {}}, key)) {
            continue;
        }
        text += (text.empty() ? "?" : ",") + key + "=" + numberText(value);
    }
    return spec.kind + text;
}

}  // namespace zeropoint
