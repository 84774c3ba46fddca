// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/scheme_text.h"

#include "core/numerics/block_format.h"
#include "core/numerics/parse_number.h"
#include "core/scheme/scheme_words.h"
#include "core/support/in_quotes.h"

#include <cmath>
#include <sstream>

namespace zeropoint::course {
namespace {

constexpr const char* usedWords =
    "docs/lessons.md lists the words of a scheme: 'int4 group:32 percentile:99.9'";

std::optional<double> numberOf(const std::string& text) {
    const Result<ParsedNumber> parsed = parseNumber(text, numberFormat("fp64"));
    return parsed ? std::optional(parsed->value) : std::nullopt;
}

bool readFormat(const std::string& word, QuantScheme& scheme) {
    if (findBlockFormat(word) != nullptr) {
        scheme.format = word;
        return true;
    }
    const NumberFormat* format = findNumberFormat(word);
    if (format == nullptr) {
        return false;
    }
    scheme.format = format->id;
    scheme.symmetric = format->kind != FormatKind::Integer || format->isSigned;
    return true;
}

bool readRange(const std::string& name, const std::string& argument, RangeMethod& range) {
    if (name == "range") {
        const std::size_t comma = argument.find(',');
        const auto lo = numberOf(argument.substr(0, comma));
        const auto hi =
            comma == std::string::npos ? std::nullopt : numberOf(argument.substr(comma + 1));
        range.kind = RangeMethod::Kind::Explicit;
        range.lo = lo.value_or(0);
        range.hi = hi.value_or(0);
        return lo && hi;
    }
    const auto kind = valueOf(rangeWords, name);
    if (!kind || *kind == RangeMethod::Kind::Explicit) {
        return false;
    }
    range.kind = *kind;
    double* const parameter = *kind == RangeMethod::Kind::Percentile  ? &range.percentile
                              : *kind == RangeMethod::Kind::LpNorm    ? &range.power
                              : *kind == RangeMethod::Kind::MeanSigma ? &range.sigmas
                                                                      : nullptr;
    if (argument.empty()) {
        return true;
    }
    const auto number = numberOf(argument);
    if (parameter == nullptr || !number) {
        return false;
    }
    *parameter = *number;
    return true;
}

bool readGranularity(const std::string& name, const std::string& argument, QuantScheme& scheme) {
    const auto granularity = valueOf(granularityWords, name);
    if (!granularity) {
        return false;
    }
    scheme.granularity = *granularity;
    if (*granularity != Granularity::Group) {
        return argument.empty();
    }
    const auto size = numberOf(argument);
    const bool sound = size && *size >= 1 && *size <= 1 << 30 && *size == std::floor(*size);
    scheme.groupSize = sound ? static_cast<std::int64_t>(*size) : scheme.groupSize;
    return sound;
}

bool readFlag(const std::string& word, QuantScheme& scheme) {
    if (word == "symmetric" || word == "asymmetric") {
        scheme.symmetric = word == "symmetric";
        return true;
    }
    if (word == "narrow") {
        scheme.narrow = true;
        return true;
    }
    if (const auto rounding = valueOf(roundingWords, word)) {
        scheme.rounding = *rounding;
        return true;
    }
    if (const auto convention = valueOf(conventionWords, word)) {
        scheme.convention = *convention;
        return true;
    }
    return false;
}

bool readScale(const std::string& name, const std::string& argument, QuantScheme& scheme) {
    const auto format = valueOf(scaleFormatWords, argument);
    if (name != "scale" || !format) {
        return false;
    }
    scheme.scaleFormat = *format;
    return true;
}

bool readWord(const std::string& word, QuantScheme& scheme) {
    const std::size_t colon = word.find(':');
    const std::string name = word.substr(0, colon);
    const std::string argument = colon == std::string::npos ? "" : word.substr(colon + 1);
    return readFlag(word, scheme) || readGranularity(name, argument, scheme) ||
           readScale(name, argument, scheme) || readRange(name, argument, scheme.range);
}

}  // namespace

Result<QuantScheme> schemeOf(std::string_view text) {
    std::istringstream words{std::string(text)};
    std::string word;
    QuantScheme scheme;
    words >> word;
    if (!readFormat(word, scheme)) {
        return fail(ErrorCode::InvalidArgument, inQuotes(word) + " is no number format",
                    std::string(text), "'zeropoint-cli formats' lists them");
    }
    while (words >> word) {
        if (!readWord(word, scheme)) {
            return fail(ErrorCode::InvalidArgument, inQuotes(word) + " is no part of a scheme",
                        std::string(text), usedWords);
        }
    }
    return scheme;
}

}  // namespace zeropoint::course
