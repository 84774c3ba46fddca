// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json_number.h"
#include "app/cli/json_text.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "core/numerics/block_format.h"
#include "core/numerics/number_format.h"
#include "core/numerics/parse_number.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cmath>
#include <ostream>

namespace zeropoint::cli {
namespace {

using Json = nlohmann::ordered_json;

Json toJson(const NumberFormat& format) {
    const FormatLimits range = limits(format);
    return {{"name", format.id},
            {"title", format.name},
            {"bits", format.bits},
            {"exponent_bits", format.exponentBits},
            {"mantissa_bits", format.mantissaBits},
            {"bias", format.bias},
            {"max", jsonNumber(range.max)},
            {"lowest", jsonNumber(range.lowest)},
            {"min_normal", jsonNumber(range.minNormal)},
            {"min_subnormal", jsonNumber(range.minSubnormal)},
            {"epsilon", jsonNumber(range.epsilon)},
            {"has_inf", range.hasInfinity},
            {"has_nan", range.hasNan},
            {"source", format.source}};
}

std::string specialsOf(const FormatLimits& range) {
    if (range.hasInfinity) {
        return "inf, nan";
    }
    return range.hasNan ? "nan" : "-";
}

/// The number of codes: written out where it can be read, else as a power.
std::string codesOf(const NumberFormat& format) {
    if (format.kind == FormatKind::CodeBook) {
        return std::to_string(format.book.size());
    }
    constexpr int readableBits = 16;
    return format.bits <= readableBits ? std::to_string(1 << format.bits)
                                       : "2^" + std::to_string(format.bits);
}

/// A dash where a row has no meaning, such as the bias of an integer.
std::string orDash(bool hasMeaning, const std::string& text) {
    return hasMeaning ? text : "-";
}

void printTable(std::ostream& out) {
    using enum TextTable::Align;
    TextTable table({{"format", Left},
                     {"bits"},
                     {"exponent"},
                     {"mantissa"},
                     {"bias"},
                     {"max"},
                     {"min normal"},
                     {"min subnormal"},
                     {"epsilon"},
                     {"codes"},
                     {"specials", Left},
                     {"source", Left}});
    for (const NumberFormat& format : numberFormats()) {
        const FormatLimits range = limits(format);
        const bool isFloat = format.kind == FormatKind::Minifloat;
        const auto number = [](double value) {
            return orDash(!std::isnan(value), shortNumber(value));
        };
        table.addRow({std::string(format.id), std::to_string(format.bits),
                      orDash(isFloat, std::to_string(format.exponentBits)),
                      orDash(isFloat, std::to_string(format.mantissaBits)),
                      orDash(isFloat, std::to_string(format.bias)), number(range.max),
                      number(range.minNormal), number(range.minSubnormal), number(range.epsilon),
                      codesOf(format), specialsOf(range), std::string(format.source)});
    }
    table.print(out);
}

Json toJson(const BlockFormat& format) {
    Json fields = Json::array();
    for (const BlockField& field : format.fields) {
        fields.push_back({{"name", field.name},
                          {"offset", field.byteOffset},
                          {"bytes", field.bytes},
                          {"meaning", field.meaning}});
    }
    return {{"name", format.id},
            {"title", format.name},
            {"element", format.element},
            {"values_per_block", format.valuesPerBlock},
            {"bytes_per_block", format.bytesPerBlock},
            {"bits_per_weight", format.bitsPerWeight()},
            {"formula", format.formula},
            {"quantizes", format.quantizes()},
            {"fields", std::move(fields)},
            {"source", format.source}};
}

void printBlocks(std::ostream& out) {
    using enum TextTable::Align;
    TextTable table({{"block format", Left},
                     {"values"},
                     {"bytes"},
                     {"bits a weight"},
                     {"element", Left},
                     {"formula", Left},
                     {"written", Left},
                     {"source", Left}});
    for (const BlockFormat& format : blockFormats()) {
        table.addRow({std::string(format.id), std::to_string(format.valuesPerBlock),
                      std::to_string(format.bytesPerBlock), shortestText(format.bitsPerWeight()),
                      std::string(format.element), std::string(format.formula),
                      format.quantizes() ? "yes" : "read only", std::string(format.source)});
    }
    table.print(out);
}

Result<void> run(Session& session) {
    if (!session.json) {
        printTable(session.out);
        session.out << '\n';
        printBlocks(session.out);
        return {};
    }
    Json blocks = Json::array();
    for (const BlockFormat& format : blockFormats()) {
        blocks.push_back(toJson(format));
    }
    Json formats = Json::array();
    for (const NumberFormat& format : numberFormats()) {
        formats.push_back(toJson(format));
    }
    session.out << jsonText(Json{{"formats", std::move(formats)}, {"blocks", std::move(blocks)}})
                << '\n';
    return {};
}

}  // namespace

void addFormatsVerb(CLI::App& parser, Call& call) {
    CLI::App* verb = parser.add_subcommand("formats", "Every number format and its limits");
    verb->callback([&call] { call.run = run; });
}

}  // namespace zeropoint::cli
