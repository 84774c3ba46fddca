// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/recipe/json_reader_private.h"
#include "core/support/in_quotes.h"

#include <algorithm>

namespace zeropoint {
namespace {

/// Writes a whole number within the limits of its type.
template <typename Whole>
bool takeWhole(const nlohmann::json& found, Whole& value) {
    if (!found.is_number_integer()) {
        return false;
    }
    if (found.is_number_unsigned()) {
        const auto number = found.get<std::uint64_t>();
        value = static_cast<Whole>(number);
        return std::in_range<Whole>(number);
    }
    const auto number = found.get<std::int64_t>();
    value = static_cast<Whole>(number);
    return std::in_range<Whole>(number);
}

}  // namespace

JsonReader::JsonReader(const nlohmann::json& object, std::string where)
    : m_object(&object), m_where(std::move(where)) {
    if (!object.is_object()) {
        m_error = Error{ErrorCode::InvalidArgument, "An object is expected here", m_where,
                        "Write { \"key\": value, ... }"};
    }
}

std::string JsonReader::placeOf(std::string_view key) const {
    return m_where.empty() ? std::string(key) : m_where + '.' + std::string(key);
}

const nlohmann::json* JsonReader::child(std::string_view key) {
    m_known.emplace_back(key);
    if (!m_object->is_object()) {
        return nullptr;
    }
    const auto found = m_object->find(m_known.back());
    return found == m_object->end() ? nullptr : &*found;
}

void JsonReader::note(Error error) {
    if (!m_error) {
        m_error = std::move(error);
    }
}

void JsonReader::refuse(std::string_view key, std::string remedy) {
    note({ErrorCode::InvalidArgument, "This key has a value that it does not take", placeOf(key),
          std::move(remedy)});
}

void JsonReader::read(std::string_view key, bool& value) {
    if (const nlohmann::json* found = child(key); found != nullptr) {
        if (found->is_boolean()) {
            value = found->get<bool>();
        } else {
            refuse(key, "Give true or false");
        }
    }
}

void JsonReader::read(std::string_view key, int& value) {
    const nlohmann::json* found = child(key);
    if (found != nullptr && !takeWhole(*found, value)) {
        refuse(key, "Give a whole number");
    }
}

void JsonReader::read(std::string_view key, std::int64_t& value) {
    const nlohmann::json* found = child(key);
    if (found != nullptr && !takeWhole(*found, value)) {
        refuse(key, "Give a whole number");
    }
}

void JsonReader::read(std::string_view key, std::uint64_t& value) {
    const nlohmann::json* found = child(key);
    if (found != nullptr && !takeWhole(*found, value)) {
        refuse(key, "Give a whole number of 0 or more");
    }
}

void JsonReader::read(std::string_view key, double& value) {
    if (const nlohmann::json* found = child(key); found != nullptr) {
        if (found->is_number()) {
            value = found->get<double>();
        } else {
            refuse(key, "Give a number");
        }
    }
}

void JsonReader::read(std::string_view key, std::string& value) {
    if (const nlohmann::json* found = child(key); found != nullptr) {
        if (found->is_string()) {
            value = found->get<std::string>();
        } else {
            refuse(key, "Give a text");
        }
    }
}

Result<void> JsonReader::finish() const {
    if (m_error) {
        return tl::unexpected(*m_error);
    }
    for (const auto& item : m_object->items()) {
        if (std::find(m_known.begin(), m_known.end(), item.key()) == m_known.end()) {
            std::string known = "Known keys are";
            for (auto key = m_known.begin(); key != m_known.end(); ++key) {
                known += std::find(m_known.begin(), key, *key) == key ? ' ' + *key : "";
            }
            return fail(ErrorCode::InvalidArgument, "Unknown key " + inQuotes(item.key()),
                        placeOf(item.key()), known);
        }
    }
    return {};
}

}  // namespace zeropoint
