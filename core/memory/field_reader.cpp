// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/field_reader_private.h"
#include "core/support/in_quotes.h"

#include <limits>

namespace zeropoint {

using Json = nlohmann::json;

FieldReader::FieldReader(const Json& object, std::string where)
    : m_object(&object), m_where(std::move(where)) {
    if (!object.is_object()) {
        m_error = Error{ErrorCode::Malformed, "There is no JSON object", m_where,
                        "Give fields within { and }"};
    }
}

const Json* FieldReader::child(const char* key) {
    m_known.insert(key);
    if (!m_object->is_object()) {
        return nullptr;
    }
    const auto found = m_object->find(key);
    return found == m_object->end() ? nullptr : &*found;
}

void FieldReader::refuse(const char* key, const char* expected) {
    if (!m_error) {
        m_error = Error{ErrorCode::Malformed, inQuotes(key) + " is not " + expected, m_where,
                        std::string("Give ") + expected};
    }
}

void FieldReader::need(const char* key) {
    if (child(key) == nullptr && !m_error) {
        m_error = Error{ErrorCode::Malformed, inQuotes(key) + " is missing", m_where, "Add it"};
    }
}

void FieldReader::read(const char* key, std::int64_t& value) {
    const Json* found = child(key);
    if (found == nullptr) {
        return;
    }
    if (found->is_number_unsigned() &&
        found->get<std::uint64_t>() <= std::uint64_t{std::numeric_limits<std::int64_t>::max()}) {
        value = found->get<std::int64_t>();
    } else {
        refuse(key, "a whole number of 0 or more");
    }
}

void FieldReader::read(const char* key, double& value) {
    const Json* found = child(key);
    if (found != nullptr && found->is_number() && found->get<double>() >= 0) {
        value = found->get<double>();
    } else if (found != nullptr) {
        refuse(key, "a number of 0 or more");
    }
}

void FieldReader::read(const char* key, bool& value) {
    const Json* found = child(key);
    if (found != nullptr && found->is_boolean()) {
        value = found->get<bool>();
    } else if (found != nullptr) {
        refuse(key, "true or false");
    }
}

void FieldReader::read(const char* key, std::string& value) {
    const Json* found = child(key);
    if (found != nullptr && found->is_string()) {
        value = found->get<std::string>();
    } else if (found != nullptr) {
        refuse(key, "a text");
    }
}

void FieldReader::read(const char* key, std::vector<std::string>& values) {
    const Json* found = child(key);
    if (found == nullptr) {
        return;
    }
    if (!found->is_array()) {
        refuse(key, "a list of texts");
        return;
    }
    for (const Json& value : *found) {
        if (!value.is_string()) {
            refuse(key, "a list of texts");
            return;
        }
        values.push_back(value.get<std::string>());
    }
}

Result<void> FieldReader::finish() const {
    if (m_error) {
        return tl::unexpected(*m_error);
    }
    for (const auto& item : m_object->items()) {
        if (m_known.count(item.key()) == 0) {
            return fail(ErrorCode::Malformed, inQuotes(item.key()) + " is no field of it", m_where,
                        "Remove it or correct its name");
        }
    }
    return {};
}

}  // namespace zeropoint
