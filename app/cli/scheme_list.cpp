// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scheme_list.h"

#include "app/cli/quant_options.h"
#include "core/scheme/scheme_words.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <string_view>

namespace zeropoint::cli {
namespace {

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::size_t from = 0;
    while (true) {
        const std::size_t to = text.find(separator, from);
        parts.push_back(text.substr(from, to - from));
        if (to == std::string::npos) {
            return parts;
        }
        from = to + 1;
    }
}

/// Takes one setting of a scheme and gives the option that a verb has for it; empty: it is none.
std::string_view take(const std::string& word, QuantOptions& options) {
    if (word == "symmetric" || word == "asymmetric") {
        (word == "symmetric" ? options.symmetric : options.asymmetric) = true;
        return word == "symmetric" ? "--symmetric" : "--asymmetric";
    }
    if (word == "narrow") {
        options.narrow = true;
        return "--narrow";
    }
    if (word == "tensor" || word == "channel" || word.starts_with("group:")) {
        options.per = word;
        return "--per";
    }
    if (word == "fp16" || word == "bf16" || word == "e8m0" || word.starts_with("double")) {
        options.scaleFormat = word;
        return "--scale-format";
    }
    if (valueOf(scaleRuleWords, word)) {
        options.mxScale = word;
        return "--mx-scale";
    }
    if (word == "saturate" || word == "special") {
        options.overflow = word;
        return "--overflow";
    }
    if (!valueOf(rangeWords, word.substr(0, word.find(':')))) {
        return {};
    }
    options.range = word;
    return "--range";
}

constexpr const char* settings =
    "After its format a scheme takes symmetric or asymmetric, narrow, tensor, channel or group:N, "
    "fp16, bf16, e8m0 or double:N, floor, ceil or even, saturate or special, and a range such as "
    "mse or percentile:99.9";

Result<NamedScheme> parseScheme(const std::string& text) {
    const std::vector<std::string> words = split(text, '/');
    QuantOptions options;
    options.format = words.front();
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string_view option = take(words[i], options);
        if (option.empty()) {
            return fail(ErrorCode::InvalidArgument,
                        inQuotes(words[i]) + " is no setting of a scheme", "--schemes " + text,
                        settings);
        }
        if (!options.typed.emplace(option).second) {
            return fail(ErrorCode::InvalidArgument,
                        inQuotes(words[i]) + " is a second setting of its kind",
                        "--schemes " + text, "Leave one of the two out");
        }
    }
    Result<QuantScheme> scheme = schemeOf(options);
    if (options.format.empty() || !scheme) {
        return fail(ErrorCode::InvalidArgument,
                    scheme ? "A scheme begins with its format" : scheme.error().what,
                    "--schemes " + text,
                    scheme ? "Write for example int4/group:32" : scheme.error().remedy);
    }
    return NamedScheme{text, *scheme};
}

}  // namespace

Result<std::vector<NamedScheme>> parseSchemes(const std::string& text) {
    std::vector<NamedScheme> schemes;
    for (const std::string& part : split(text, ',')) {
        const Result<NamedScheme> scheme = parseScheme(part);
        if (!scheme) {
            return tl::unexpected(scheme.error());
        }
        const bool twice = std::any_of(schemes.begin(), schemes.end(), [&](const auto& other) {
            return other.name == scheme->name;
        });
        if (twice) {
            return fail(ErrorCode::InvalidArgument, inQuotes(part) + " comes twice", "--schemes",
                        "Leave one of them out");
        }
        schemes.push_back(*scheme);
    }
    return schemes;
}

}  // namespace zeropoint::cli
