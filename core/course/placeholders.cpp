// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/placeholders.h"

#include "core/course/expression.h"
#include "core/course/figure_text.h"

namespace zeropoint::course {
namespace {

std::string_view trimmedExpression(std::string_view text) {
    while (text.starts_with(' ')) {
        text.remove_prefix(1);
    }
    while (text.ends_with(' ')) {
        text.remove_suffix(1);
    }
    return text;
}

/// The last bar that is not within a text.
std::size_t barOf(std::string_view inside) {
    bool quoted = false;
    std::size_t bar = std::string_view::npos;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        quoted = quoted != (inside[i] == '\'');
        if (inside[i] == '|' && !quoted) {
            bar = i;
        }
    }
    return bar;
}

Result<std::string> figureOf(const Placeholder& placeholder, const Scope& scope) {
    const Result<Value> value = evaluate(placeholder.expression, scope);
    if (!value) {
        return tl::unexpected(value.error());
    }
    if (!isNumber(*value)) {
        return std::get<std::string>(*value);
    }
    return figureText(std::get<double>(*value), placeholder.form, scope.decimalPoint());
}

}  // namespace

Result<std::vector<Placeholder>> placeholdersOf(std::string_view words) {
    std::vector<Placeholder> found;
    for (std::size_t at = words.find("{{"); at != std::string_view::npos;
         at = words.find("{{", found.back().at + found.back().size)) {
        const std::size_t close = words.find("}}", at);
        const bool begunAgain = words.find("{{", at + 2) < close;
        if (close == std::string_view::npos || begunAgain ||
            words.substr(at, close - at).find('\n') != std::string_view::npos) {
            return fail(ErrorCode::Malformed, "A placeholder has no end", std::to_string(at),
                        "Close it with }} on the same line");
        }
        const std::string_view inside = words.substr(at + 2, close - at - 2);
        const std::size_t bar = barOf(inside);
        Placeholder placeholder{at, close + 2 - at, trimmedExpression(inside.substr(0, bar)), {}};
        if (bar != std::string_view::npos) {
            placeholder.form = trimmedExpression(inside.substr(bar + 1));
        }
        found.push_back(placeholder);
    }
    return found;
}

Result<std::string> fillIn(std::string_view words, const Scope& scope) {
    const auto placeholders = placeholdersOf(words);
    if (!placeholders) {
        return tl::unexpected(placeholders.error());
    }
    std::string filled;
    std::size_t from = 0;
    for (const Placeholder& placeholder : *placeholders) {
        filled += words.substr(from, placeholder.at - from);
        const Result<std::string> figure = figureOf(placeholder, scope);
        if (!figure) {
            Error error = figure.error();
            error.where = "{{" + std::string(placeholder.expression) + "}}" +
                          (error.where.empty() ? "" : ", " + error.where);
            return tl::unexpected(std::move(error));
        }
        filled += *figure;
        from = placeholder.at + placeholder.size;
    }
    filled += words.substr(from);
    return filled;
}

}  // namespace zeropoint::course
