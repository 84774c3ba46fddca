// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/problem.h"

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint::course {

using Json = nlohmann::ordered_json;

/// A JSON document that knows on which line each of its parts stands.
class JsonFile {
public:
    /// Null, and a problem with the line, for what is no JSON object. Nests at most 40 deep.
    static std::unique_ptr<JsonFile> parse(std::string file, std::string_view text,
                                           Problems& problems);

    const std::string& file() const { return m_file; }
    const Json& root() const { return m_root; }
    /// Of the part with this JSON pointer, or of the nearest part around it.
    int lineOf(const std::string& pointer) const;

private:
    std::string m_file;
    Json m_root;
    std::map<std::string, int> m_lines;
};

/// A part of a document, and where to complain about it. What is missing or of another kind is a
/// problem, and the absent value stands in.
class JsonPart {
public:
    JsonPart(const JsonFile& file, Problems& problems)
        : JsonPart(file, problems, file.root(), {}) {}

    bool has(const char* key) const { return m_value->is_object() && m_value->contains(key); }
    /// The part behind a key that there is.
    JsonPart at(const std::string& key) const;
    JsonPart at(std::size_t index) const;
    std::size_t size() const { return m_value->size(); }
    const Json& value() const { return *m_value; }
    const std::string& file() const { return m_file->file(); }
    int line() const { return m_file->lineOf(m_pointer); }
    void complain(const std::string& what, const std::string& remedy) const;

    std::string text(const char* key, bool required = true) const;
    double number(const char* key, double absent, double least, double most) const;
    bool flag(const char* key) const;
    /// A text, or a number written with all its digits.
    std::string expression(const char* key, bool required = true) const;
    std::vector<std::string> texts(const char* key, bool required = false) const;
    /// Of an object, in the order of the file.
    std::vector<std::string> keys() const;
    /// The array or object behind a key; nothing when it is missing or of another kind.
    std::optional<JsonPart> list(const char* key, bool required = true) const;
    std::optional<JsonPart> object(const char* key, bool required = false) const;
    /// Words of people that stand in JSON: a text, or a list of paragraphs.
    Words words(const char* key, bool required = true) const;
    /// Complains about every other key.
    void allow(std::initializer_list<std::string_view> keys) const;

private:
    JsonPart(const JsonFile& file, Problems& problems, const Json& value, std::string pointer)
        : m_file(&file), m_problems(&problems), m_value(&value), m_pointer(std::move(pointer)) {}

    const Json* find(const char* key, bool required) const;
    void wrongKind(const char* key, const char* wanted) const;

    const JsonFile* m_file;
    Problems* m_problems;
    const Json* m_value;
    std::string m_pointer;
};

}  // namespace zeropoint::course
