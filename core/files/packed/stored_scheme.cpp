// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/packed/stored_scheme.h"

#include "core/numerics/block_format.h"
#include "core/scheme/element_format.h"
#include "core/scheme/param_chooser.h"
#include "core/scheme/scheme_words.h"
#include "core/scheme/unit_layout.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace zeropoint {
namespace {

using OrderedJson = nlohmann::ordered_json;

/// A member of the wanted kind, or nothing.
template <typename Value>
std::optional<Value> member(const OrderedJson& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end()) {
        return std::nullopt;
    }
    if constexpr (std::is_same_v<Value, std::string>) {
        return found->is_string() ? std::optional(found->get<std::string>()) : std::nullopt;
    } else if constexpr (std::is_same_v<Value, bool>) {
        return found->is_boolean() ? std::optional(found->get<bool>()) : std::nullopt;
    } else {
        return found->is_number_integer() ? std::optional(found->get<Value>()) : std::nullopt;
    }
}

template <typename Value, std::size_t count>
bool takeWord(const OrderedJson& object, const char* key, const Word<Value> (&words)[count],
              Value& value) {
    const auto text = member<std::string>(object, key);
    const auto found = text ? valueOf(words, *text) : std::nullopt;
    value = found.value_or(value);
    return found.has_value();
}

std::optional<Shape> shapeOf(const OrderedJson& object) {
    const auto found = object.find("shape");
    if (found == object.end() || !found->is_array()) {
        return std::nullopt;
    }
    Shape shape;
    for (const OrderedJson& dimension : *found) {
        if (!dimension.is_number_integer()) {
            return std::nullopt;
        }
        shape.push_back(dimension.get<std::int64_t>());
    }
    return elementCount(shape) >= 0 ? std::optional(shape) : std::nullopt;
}

bool readScheme(const OrderedJson& object, QuantScheme& scheme) {
    constexpr std::int64_t mostDouble = 1 << 30;
    const auto axis = member<std::int64_t>(object, "axis").value_or(0);
    const auto group = member<std::int64_t>(object, "group").value_or(scheme.groupSize);
    const auto block = member<std::int64_t>(object, "double").value_or(scheme.doubleBlock);
    const auto symmetric = member<bool>(object, "symmetric");
    if (!symmetric || axis < -100 || axis > 100 || block < 1 || block > mostDouble || group < 1) {
        return false;
    }
    scheme.symmetric = *symmetric;
    scheme.axis = static_cast<int>(axis);
    scheme.groupSize = group;
    scheme.doubleBlock = static_cast<int>(block);
    return takeWord(object, "per", granularityWords, scheme.granularity) &&
           takeWord(object, "scale_format", scaleFormatWords, scheme.scaleFormat);
}

/// Real zero points stand in a plain format, in the place of a scheme's integers.
bool readRealZero(const OrderedJson& object, StoredScheme& stored) {
    if (!object.contains("real_zero")) {
        return true;
    }
    ScaleFormat format = ScaleFormat::Fp32;
    stored.realZero = takeWord(object, "real_zero", scaleFormatWords, format)
                          ? std::optional(format)
                          : std::nullopt;
    const bool plain = stored.realZero && format != ScaleFormat::Double &&
                       format != ScaleFormat::E8m0;  // which has no zero
    return plain && !stored.scheme.symmetric;
}

bool isKnown(const StoredScheme& stored) {
    if (findBlockFormat(stored.scheme.format) != nullptr) {
        return true;
    }
    return findNumberFormat(stored.scheme.format) != nullptr && elementFormat(stored.scheme) &&
           UnitLayout::make(stored.shape, stored.scheme);
}

}  // namespace

StoredScheme storedScheme(const QuantScheme& scheme, const Shape& shape) {
    const auto chooser = ParamChooser::make(scheme);
    return {scheme, shape, scheme.symmetric && chooser ? chooser->forScale(1, -1, 1).zeroPoint : 0,
            std::nullopt};
}

std::string toJson(const StoredScheme& stored) {
    const QuantScheme& scheme = stored.scheme;
    OrderedJson object = {{"format", scheme.format}, {"shape", stored.shape}};
    if (findBlockFormat(scheme.format) == nullptr) {
        object["symmetric"] = scheme.symmetric;
        object["per"] = wordOf(granularityWords, scheme.granularity);
        if (scheme.granularity == Granularity::Channel) {
            object["axis"] = scheme.axis;
        }
        if (scheme.granularity == Granularity::Group) {
            object["group"] = scheme.groupSize;
        }
        if (stored.zeroPoint != 0) {
            object["zero_point"] = stored.zeroPoint;
        }
        if (stored.realZero) {
            object["real_zero"] = wordOf(scaleFormatWords, *stored.realZero);
        }
        object["scale_format"] = wordOf(scaleFormatWords, scheme.scaleFormat);
        if (scheme.scaleFormat == ScaleFormat::Double) {
            object["double"] = scheme.doubleBlock;
        }
    }
    return object.dump();
}

Result<StoredScheme> storedSchemeFromJson(std::string_view text, const std::string& where) {
    const OrderedJson object = OrderedJson::parse(text, nullptr, false);
    const auto malformed = [&] {
        return fail(ErrorCode::Malformed, "What the file says of a packed weight is damaged", where,
                    "Quantize the model again");
    };
    if (!object.is_object()) {
        return malformed();
    }
    StoredScheme stored;
    const auto format = member<std::string>(object, "format");
    const auto shape = shapeOf(object);
    if (!format || !shape) {
        return malformed();
    }
    stored.scheme.format = *format;
    stored.shape = *shape;
    constexpr std::int64_t mostCodes = 1 << 16;
    const auto zeroPoint = member<std::int64_t>(object, "zero_point").value_or(0);
    if (zeroPoint < -mostCodes || zeroPoint > mostCodes) {
        return malformed();
    }
    stored.zeroPoint = static_cast<std::int32_t>(zeroPoint);
    const bool read = findBlockFormat(*format) != nullptr ||
                      (readScheme(object, stored.scheme) && readRealZero(object, stored));
    return read && isKnown(stored) ? Result<StoredScheme>(stored) : malformed();
}

}  // namespace zeropoint
