// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace zeropoint {

/// Reads the fields of one JSON object of a catalogue. Absent fields leave their value as it is;
/// the first failure is kept, and a field that nobody asked for is one, since it is mistyped.
class FieldReader {
public:
    FieldReader(const nlohmann::json& object, std::string where);

    void read(const char* key, std::int64_t& value);
    void read(const char* key, double& value);
    void read(const char* key, bool& value);
    void read(const char* key, std::string& value);
    void read(const char* key, std::vector<std::string>& values);
    /// Refuses an object without this field.
    void need(const char* key);
    /// The object under a key, read by fill(FieldReader&) into `part`.
    template <typename Part, typename Fill>
    void readPart(const char* key, std::optional<Part>& part, Fill fill);
    void refuse(const char* key, const char* expected);

    Result<void> finish() const;

private:
    const nlohmann::json* child(const char* key);

    const nlohmann::json* m_object;
    std::string m_where;
    std::set<std::string> m_known;
    std::optional<Error> m_error;
};

template <typename Part, typename Fill>
void FieldReader::readPart(const char* key, std::optional<Part>& part, Fill fill) {
    const nlohmann::json* found = child(key);
    if (found == nullptr) {
        return;
    }
    FieldReader inner(*found, m_where + ", " + key);
    part.emplace();
    fill(inner, *part);
    if (Result<void> sound = inner.finish(); !sound && !m_error) {
        m_error = sound.error();
    }
}

}  // namespace zeropoint
