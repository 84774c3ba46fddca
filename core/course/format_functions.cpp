// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/function_private.h"
#include "core/numerics/number_format.h"
#include "core/support/in_quotes.h"

#include <array>
#include <cmath>

namespace zeropoint::course {
namespace {

Result<const NumberFormat*> formatOf(const std::string& name) {
    const NumberFormat* format = findNumberFormat(name);
    return format != nullptr
               ? Result<const NumberFormat*>(format)
               : fail(ErrorCode::InvalidArgument, inQuotes(name) + " is no number format", name,
                      "'zeropoint-cli formats' lists them");
}

template <typename Use>
Result<Value> withFormat(const Call& call, std::size_t index, Use use) {
    const auto format = formatOf(call.text(index));
    return format ? Result<Value>(use(**format)) : Result<Value>(tl::unexpected(format.error()));
}

double storedValue(const NumberFormat& format, double x) {
    return decode(format, encode(format, x));
}

/// "0 01011 1001100110"; a code book's code has one field.
std::string bitText(const NumberFormat& format, double x) {
    const BitFields fields = bitFields(format, encode(format, x));
    std::string text;
    for (const std::string& field : {fields.sign, fields.exponent, fields.mantissa}) {
        text += (text.empty() || field.empty() ? "" : " ") + field;
    }
    return text;
}

template <auto Member>
Result<Value> field(const Call& call) {
    return withFormat(call, 0, [](const NumberFormat& format) { return double(format.*Member); });
}

template <auto Member>
Result<Value> limit(const Call& call) {
    return withFormat(call, 0,
                      [](const NumberFormat& format) { return double(limits(format).*Member); });
}

constexpr std::string_view valueParameters = "x, FORMAT";

constexpr std::array formatTable = {
    Function{"stored", "nt", valueParameters,
             [](const Call& c) {
                 return withFormat(c, 1, [x = c.number(0)](const NumberFormat& format) {
                     return storedValue(format, x);
                 });
             }},
    Function{"stored_error", "nt", valueParameters,
             [](const Call& c) {
                 return withFormat(c, 1, [x = c.number(0)](const NumberFormat& format) {
                     return storedValue(format, x) - x;
                 });
             }},
    Function{"bits", "nt", valueParameters,
             [](const Call& c) {
                 return withFormat(c, 1, [x = c.number(0)](const NumberFormat& format) {
                     return bitText(format, x);
                 });
             }},
    Function{"hex", "nt", valueParameters,
             [](const Call& c) {
                 return withFormat(c, 1, [x = c.number(0)](const NumberFormat& format) {
                     return toHex(format, encode(format, x));
                 });
             }},
    Function{"spacing", "nt", valueParameters,
             [](const Call& c) {
                 return withFormat(c, 1, [x = c.number(0)](const NumberFormat& format) {
                     return unitInLastPlace(format, x);
                 });
             }},
    Function{"format_bits", "t", "FORMAT", field<&NumberFormat::bits>},
    Function{"exponent_bits", "t", "FORMAT", field<&NumberFormat::exponentBits>},
    Function{"mantissa_bits", "t", "FORMAT", field<&NumberFormat::mantissaBits>},
    Function{"bias", "t", "FORMAT", field<&NumberFormat::bias>},
    Function{"format_max", "t", "FORMAT", limit<&FormatLimits::max>},
    Function{"format_lowest", "t", "FORMAT", limit<&FormatLimits::lowest>},
    Function{"min_normal", "t", "FORMAT", limit<&FormatLimits::minNormal>},
    Function{"min_subnormal", "t", "FORMAT", limit<&FormatLimits::minSubnormal>},
    Function{"epsilon", "t", "FORMAT", limit<&FormatLimits::epsilon>},
    Function{"format_codes", "t", "FORMAT",
             [](const Call& c) {
                 return withFormat(
                     c, 0, [](const NumberFormat& format) { return std::ldexp(1.0, format.bits); });
             }},
    Function{"format_name", "t", "FORMAT",
             [](const Call& c) {
                 return withFormat(
                     c, 0, [](const NumberFormat& format) { return std::string(format.name); });
             }},
};

}  // namespace

std::span<const Function> formatFunctions() {
    return formatTable;
}

}  // namespace zeropoint::course
