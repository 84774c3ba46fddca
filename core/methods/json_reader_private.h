// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace zeropoint {

/// A word of a JSON document and what it stands for.
template <typename Value>
struct JsonWord {
    std::string_view text;
    Value value;
};

/// Reads one object of a JSON document that people write: every key is optional, and the first
/// thing that is wrong (an unknown key, a type, a word) is told with its place. Not for the
/// headers of other rooms: it brings the JSON library along.
class JsonReader {
public:
    /// @param where the object's place in the document: "", "base.weight"
    JsonReader(const nlohmann::json& object, std::string where);

    void read(std::string_view key, bool& value);
    void read(std::string_view key, int& value);
    void read(std::string_view key, std::int64_t& value);
    void read(std::string_view key, std::uint64_t& value);
    void read(std::string_view key, double& value);
    void read(std::string_view key, std::string& value);
    template <typename Value>
    void read(std::string_view key, Value& value, std::span<const JsonWord<Value>> words);

    /// The value of a key, for objects inside; null when it is absent.
    const nlohmann::json* child(std::string_view key);
    std::string placeOf(std::string_view key) const;
    /// Takes over the failure of an object inside.
    void note(Error error);
    void refuse(std::string_view key, std::string remedy);

    /// The first failure; unknown keys come last.
    Result<void> finish() const;

private:
    const nlohmann::json* m_object;
    std::string m_where;
    std::vector<std::string> m_known;
    std::optional<Error> m_error;
};

template <typename Value>
std::string_view wordOf(std::span<const JsonWord<Value>> words, Value value) {
    for (const JsonWord<Value>& word : words) {
        if (word.value == value) {
            return word.text;
        }
    }
    return {};
}

template <typename Value>
void JsonReader::read(std::string_view key, Value& value, std::span<const JsonWord<Value>> words) {
    const nlohmann::json* found = child(key);
    if (found == nullptr) {
        return;
    }
    std::string remedy = "Give one of";
    for (const JsonWord<Value>& word : words) {
        if (found->is_string() && found->get_ref<const std::string&>() == word.text) {
            value = word.value;
            return;
        }
        remedy += ' ';
        remedy += word.text;
    }
    refuse(key, std::move(remedy));
}

}  // namespace zeropoint
