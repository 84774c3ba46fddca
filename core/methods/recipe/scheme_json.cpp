// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/recipe/json_reader_private.h"
#include "core/methods/recipe/scheme_json_private.h"
#include "core/numerics/block_format.h"
#include "core/scheme/scheme_words.h"

#include <cmath>

namespace zeropoint {
namespace {

using Kind = RangeMethod::Kind;

nlohmann::ordered_json rangeToJson(const RangeMethod& range) {
    nlohmann::ordered_json object = {{"method", wordOf(rangeWords, range.kind)}};
    switch (range.kind) {
        case Kind::Percentile:
            object["percentile"] = range.percentile;
            break;
        case Kind::Explicit:
            object["lo"] = range.lo;
            object["hi"] = range.hi;
            break;
        case Kind::LpNorm:
            object["power"] = range.power;
            break;
        case Kind::MeanSigma:
            object["sigmas"] = range.sigmas;
            break;
        default:
            break;
    }
    return object;
}

Result<RangeMethod> rangeFromJson(const nlohmann::json& object, const std::string& where) {
    RangeMethod range;
    JsonReader reader(object, where);
    reader.read("method", range.kind, rangeWords);
    reader.read("percentile", range.percentile);
    reader.read("lo", range.lo);
    reader.read("hi", range.hi);
    reader.read("power", range.power);
    reader.read("sigmas", range.sigmas);
    return reader.finish().map([&] { return range; });
}

}  // namespace

nlohmann::ordered_json schemeToJson(const QuantScheme& scheme) {
    return {{"format", scheme.format},
            {"symmetric", scheme.symmetric},
            {"per", wordOf(granularityWords, scheme.granularity)},
            {"axis", scheme.axis},
            {"group_size", scheme.groupSize},
            {"narrow", scheme.narrow},
            {"rounding", wordOf(roundingWords, scheme.rounding)},
            {"seed", scheme.seed},
            {"scale_format", wordOf(scaleFormatWords, scheme.scaleFormat)},
            {"double_block", scheme.doubleBlock},
            {"convention", wordOf(conventionWords, scheme.convention)},
            {"overflow", wordOf(overflowWords, scheme.overflow)},
            {"mx_scale", wordOf(scaleRuleWords, scheme.scaleRule)},
            {"range", rangeToJson(scheme.range)}};
}

Result<QuantScheme> schemeFromJson(const nlohmann::json& object, const std::string& where) {
    QuantScheme scheme;
    JsonReader reader(object, where);
    reader.read("format", scheme.format);
    reader.read("symmetric", scheme.symmetric);
    reader.read("per", scheme.granularity, granularityWords);
    reader.read("axis", scheme.axis);
    reader.read("group_size", scheme.groupSize);
    reader.read("narrow", scheme.narrow);
    reader.read("rounding", scheme.rounding, roundingWords);
    reader.read("seed", scheme.seed);
    reader.read("scale_format", scheme.scaleFormat, scaleFormatWords);
    reader.read("double_block", scheme.doubleBlock);
    reader.read("convention", scheme.convention, conventionWords);
    reader.read("overflow", scheme.overflow, overflowWords);
    reader.read("mx_scale", scheme.scaleRule, scaleRuleWords);
    if (const nlohmann::json* range = reader.child("range"); range != nullptr) {
        if (auto method = rangeFromJson(*range, reader.placeOf("range")); method) {
            scheme.range = *method;
        } else {
            reader.note(method.error());
        }
    }
    if (const NumberFormat* format = findNumberFormat(scheme.format); format != nullptr) {
        scheme.format = format->id;
    } else if (findBlockFormat(scheme.format) == nullptr) {
        reader.refuse("format", "Name a number format such as int4, fp8-e4m3, nf4 or mxfp4");
    }
    if (scheme.groupSize < 1) {
        reader.refuse("group_size", "Give 1 or more");
    }
    if (scheme.doubleBlock < 1) {
        reader.refuse("double_block", "Give 1 or more");
    }
    return reader.finish().map([&] { return scheme; });
}

}  // namespace zeropoint
