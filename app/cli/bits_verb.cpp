// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json_number.h"
#include "app/cli/json_text.h"
#include "app/cli/text_table.h"
#include "app/cli/value_in_format.h"
#include "app/cli/verbs.h"
#include "core/support/plain_text.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

namespace zeropoint::cli {
namespace {

using Json = nlohmann::ordered_json;
using Formats = std::vector<const NumberFormat*>;

struct BitsOptions {
    std::vector<std::string> values;
    std::vector<std::string> formats;
    IntegerScale scale;
    std::string scaled;  ///< the option that sets a scale or a zero point, if one was typed
};

Result<Formats> chosenFormats(const std::vector<std::string>& ids) {
    Formats formats;
    for (const std::string& id : ids) {
        const NumberFormat* format = findNumberFormat(id);
        if (format == nullptr) {
            return fail(ErrorCode::InvalidArgument, "Unknown number format", "--format " + id,
                        "'zeropoint-cli formats' lists them");
        }
        formats.push_back(format);
    }
    if (formats.empty()) {
        for (const NumberFormat& format : numberFormats()) {
            formats.push_back(&format);
        }
    }
    return formats;
}

const char* className(NumberClass numberClass) {
    switch (numberClass) {
        case NumberClass::Zero:
            return "zero";
        case NumberClass::Subnormal:
            return "subnormal";
        case NumberClass::Normal:
            return "normal";
        case NumberClass::Infinite:
            return "inf";
        case NumberClass::Nan:
            return "nan";
    }
    return "";
}

Json toJson(const NumberFormat& format, const ValueInFormat& value) {
    const BitFields fields = bitFields(format, value.code);
    return {{"format", format.id},
            {"hex", toHex(format, value.code)},
            {"sign", fields.sign},
            {"exponent", fields.exponent},
            {"mantissa", fields.mantissa},
            {"stored", jsonNumber(value.stored)},
            {"abs_error", jsonNumber(value.absError)},
            {"rel_error", jsonNumber(value.relError)},
            {"ulp", jsonNumber(value.ulp)},
            {"class", className(value.numberClass)}};
}

/// The fields with a blank between them: "0 01111011 1001101".
std::string spacedBits(const BitFields& fields) {
    std::string text;
    for (const std::string& field : {fields.sign, fields.exponent, fields.mantissa}) {
        if (!field.empty()) {
            text += (text.empty() ? "" : " ") + field;
        }
    }
    return text;
}

struct Encoded {
    std::string text;
    double value = 0;
    std::vector<ValueInFormat> inFormats;
};

/// What was typed; the command line may have put a blank before a minus.
std::string withoutBlanks(const std::string& text) {
    const std::size_t first = std::min(text.find_first_not_of(' '), text.size());
    return text.substr(first);
}

Result<Encoded> encodeText(const std::string& text, const Formats& formats,
                           const NumberFormat& patternFormat, const IntegerScale& scale) {
    const Result<ParsedNumber> parsed = parseNumber(text, patternFormat);
    if (!parsed) {
        return tl::unexpected<Error>(parsed.error());
    }
    Encoded encoded{withoutBlanks(text), parsed->value, {}};
    if (parsed->code) {
        encoded.value = storePattern(patternFormat, *parsed->code, scale).stored;
    }
    for (const NumberFormat* format : formats) {
        const bool isPattern = parsed->code && format == &patternFormat;
        encoded.inFormats.push_back(isPattern ? storePattern(*format, *parsed->code, scale)
                                              : storeValue(*format, encoded.value, scale));
    }
    return encoded;
}

void printTable(const Encoded& encoded, const Formats& formats, std::ostream& out) {
    using enum TextTable::Align;
    out << plainText(encoded.text) << " = " << shortestText(encoded.value) << '\n';
    TextTable table({{"format", Left},
                     {"hex", Left},
                     {"bits", Left},
                     {"stored"},
                     {"abs error"},
                     {"rel error"},
                     {"ulp"},
                     {"class", Left}});
    for (std::size_t i = 0; i < formats.size(); ++i) {
        const ValueInFormat& value = encoded.inFormats[i];
        table.addRow({std::string(formats[i]->id), toHex(*formats[i], value.code),
                      spacedBits(bitFields(*formats[i], value.code)), shortestText(value.stored),
                      shortNumber(value.absError), shortNumber(value.relError),
                      shortNumber(value.ulp), className(value.numberClass)});
    }
    table.print(out);
}

Json toJson(const Encoded& encoded, const Formats& formats) {
    Json encodings = Json::array();
    for (std::size_t i = 0; i < formats.size(); ++i) {
        encodings.push_back(toJson(*formats[i], encoded.inFormats[i]));
    }
    return {{"input", jsonNumber(encoded.value)},
            {"text", encoded.text},
            {"encodings", std::move(encodings)}};
}

Result<std::vector<Encoded>> encodeAll(const BitsOptions& options, const Formats& formats) {
    // A bit pattern is read in the first format that was named.
    const NumberFormat& patternFormat =
        options.formats.empty() ? numberFormat("fp32") : *formats.front();
    std::vector<Encoded> all;
    for (const std::string& text : options.values) {
        Result<Encoded> encoded = encodeText(text, formats, patternFormat, options.scale);
        if (!encoded) {
            return tl::unexpected<Error>(encoded.error());
        }
        all.push_back(std::move(*encoded));
    }
    return all;
}

Result<void> checkOptions(const BitsOptions& options, const Formats& formats) {
    const bool integers = std::any_of(formats.begin(), formats.end(), [](const auto* format) {
        return format->kind == FormatKind::Integer;
    });
    if (!options.scaled.empty() && !integers) {
        return fail(ErrorCode::InvalidArgument, "Only integer formats have a scale here",
                    options.scaled, "Leave it out, or name an integer format too");
    }
    for (const NumberFormat* format : formats) {
        // Without --format the zero point need not suit the integers that are only listed.
        if (!options.formats.empty() || options.scale.zeroPoint == 0) {
            const Result<void> checked = checkScale(*format, options.scale);
            if (!checked) {
                return checked;
            }
        }
    }
    return {};
}

Result<void> run(const BitsOptions& options, Session& session) {
    const Result<Formats> formats = chosenFormats(options.formats);
    if (!formats) {
        return tl::unexpected<Error>(formats.error());
    }
    if (const Result<void> checked = checkOptions(options, *formats); !checked) {
        return checked;
    }
    const Result<std::vector<Encoded>> all = encodeAll(options, *formats);
    if (!all) {
        return tl::unexpected<Error>(all.error());
    }
    Json values = Json::array();
    for (const Encoded& encoded : *all) {
        if (session.json) {
            values.push_back(toJson(encoded, *formats));
        } else {
            session.out << (&encoded == &all->front() ? "" : "\n");
            printTable(encoded, *formats, session.out);
        }
    }
    if (session.json) {
        session.out << jsonText(Json{{"values", std::move(values)}}) << '\n';
    }
    return {};
}

}  // namespace

void addBitsVerb(CLI::App& parser, Call& call) {
    CLI::App* verb = parser.add_subcommand("bits", "A value in each format");
    auto options = std::make_shared<BitsOptions>();
    verb->add_option("VALUE", options->values,
                     "0.1, -1e-5, 1/3, inf, pi, 0x1.8p3, or a bit pattern (0x3DCC, 0b0101) of the "
                     "first format named")
        ->required();
    verb->add_option("--format", options->formats, "Formats, separated by commas (default: all)")
        ->delimiter(',')
        ->allow_extra_args(false);
    const auto* scale =
        verb->add_option("--scale", options->scale.scale, "Scale of the integer formats (1)");
    const auto* zeroPoint = verb->add_option("--zero-point", options->scale.zeroPoint,
                                             "Zero point of the integer formats (0)");
    verb->callback([&call, options, scale, zeroPoint] {
        options->scaled = scale->count() > 0       ? "--scale"
                          : zeroPoint->count() > 0 ? "--zero-point"
                                                   : "";
        call.run = [options](Session& session) { return run(*options, session); };
    });
}

}  // namespace zeropoint::cli
