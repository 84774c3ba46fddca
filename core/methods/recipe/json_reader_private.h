// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"
#include "core/support/word.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zeropoint {

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
    template <typename Value, std::size_t Size>
    void read(std::string_view key, Value& value, const Word<Value> (&words)[Size]);
    /// Reads the object under a key, when there is one, with fill(JsonReader&).
    template <typename Fill>
    void readObject(std::string_view key, Fill fill);

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

template <typename Value, std::size_t Size>
void JsonReader::read(std::string_view key, Value& value, const Word<Value> (&words)[Size]) {
    const nlohmann::json* found = child(key);
    if (found == nullptr) {
        return;
    }
    const auto read = found->is_string() ? valueOf(words, found->get_ref<const std::string&>())
                                         : std::optional<Value>();
    if (read) {
        value = *read;
    } else {
        refuse(key, giveOneOf(words));
    }
}

template <typename Fill>
void JsonReader::readObject(std::string_view key, Fill fill) {
    const nlohmann::json* found = child(key);
    if (found == nullptr) {
        return;
    }
    JsonReader inner(*found, placeOf(key));
    fill(inner);
    if (Result<void> sound = inner.finish(); !sound) {
        note(sound.error());
    }
}

}  // namespace zeropoint
