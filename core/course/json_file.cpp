// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/json_file_private.h"
#include "core/support/in_quotes.h"
#include "core/support/plain_text.h"

#include <algorithm>
#include <iterator>

namespace zeropoint::course {
namespace {

constexpr std::size_t mostDepth = 40;

/// Characters, and how far they have been read.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, const char** seen) : m_at(at), m_seen(seen) {}
    reference operator*() const { return *m_at; }
    CountingIterator& operator++() {
        *m_seen = ++m_at;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator old = *this;
        ++*this;
        return old;
    }
    bool operator==(const CountingIterator& other) const { return m_at == other.m_at; }

private:
    const char* m_at;
    const char** m_seen;
};

std::string escaped(std::string key) {
    for (std::size_t at = 0; at < key.size(); ++at) {
        if (key[at] == '~' || key[at] == '/') {
            key.replace(at, 1, key[at] == '~' ? "~0" : "~1");
            ++at;
        }
    }
    return key;
}

/// Builds the document and notes the line of each part.
class Builder : public nlohmann::json_sax<Json> {
public:
    Builder(std::string_view text, const char* const* seen)
        : m_counted(text.data()), m_size(text.size()), m_seen(seen) {}

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t&) override { return add(value); }
    bool string(string_t& value) override { return add(value); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& value) override {
        m_key = value;
        if (m_open.back().value->contains(value)) {
            wrong = "The key " + inQuotes(value) + " stands twice";
            return false;
        }
        return true;
    }
    bool parse_error(std::size_t position, const std::string& last,
                     const nlohmann::detail::exception&) override {
        wrong = position > m_size ? "The file ends before its last bracket is closed"
                                  : "No JSON goes on with " + inQuotes(plainText(last));
        return false;
    }

    int line() {
        m_line += int(std::count(m_counted, *m_seen, '\n'));
        m_counted = *m_seen;
        return m_line;
    }

    Json root;
    std::map<std::string, int> lines;
    std::string wrong;

private:
    struct Open {
        Json* value;
        std::string pointer;
    };

    bool add(Json value) { return place(std::move(value)) != nullptr; }

    Json* place(Json value) {
        if (m_open.empty()) {
            root = std::move(value);
            m_pointer.clear();
            lines[m_pointer] = line();
            return &root;
        }
        Open& around = m_open.back();
        Json* placed = nullptr;
        if (around.value->is_array()) {
            m_pointer = around.pointer + '/' + std::to_string(around.value->size());
            around.value->push_back(std::move(value));
            placed = &around.value->back();
        } else {
            m_pointer = around.pointer + '/' + escaped(m_key);
            placed = &((*around.value)[m_key] = std::move(value));
        }
        lines[m_pointer] = line();
        return placed;
    }

    bool open(Json value) {
        if (m_open.size() >= mostDepth) {
            wrong = "It is nested too deep";
            return false;
        }
        Json* placed = place(std::move(value));
        m_open.push_back({placed, m_pointer});
        return true;
    }

    bool close() {
        m_open.pop_back();
        return true;
    }

    const char* m_counted;
    std::size_t m_size;
    const char* const* m_seen;
    int m_line = 1;
    std::vector<Open> m_open;
    std::string m_key;
    std::string m_pointer;
};

}  // namespace

std::unique_ptr<JsonFile> JsonFile::parse(std::string file, std::string_view text,
                                          Problems& problems) {
    const char* seen = text.data();
    Builder builder(text, &seen);
    const bool parsed =
        Json::sax_parse(CountingIterator(text.data(), &seen),
                        CountingIterator(text.data() + text.size(), &seen), &builder);
    if (!parsed || !builder.root.is_object()) {
        problems.push_back({std::move(file), builder.line(),
                            builder.wrong.empty() ? "This is no JSON object" : builder.wrong,
                            "Compare it with docs/lessons.md"});
        return nullptr;
    }
    auto made = std::make_unique<JsonFile>();
    made->m_file = std::move(file);
    made->m_root = std::move(builder.root);
    made->m_lines = std::move(builder.lines);
    return made;
}

int JsonFile::lineOf(const std::string& pointer) const {
    std::string around = pointer;
    for (;;) {
        if (const auto found = m_lines.find(around); found != m_lines.end()) {
            return found->second;
        }
        if (around.empty()) {
            return 1;
        }
        around.erase(around.rfind('/'));
    }
}

JsonPart JsonPart::at(const std::string& key) const {
    return {*m_file, *m_problems, m_value->at(key), m_pointer + '/' + escaped(key)};
}

JsonPart JsonPart::at(std::size_t index) const {
    return {*m_file, *m_problems, m_value->at(index), m_pointer + '/' + std::to_string(index)};
}

void JsonPart::complain(const std::string& what, const std::string& remedy) const {
    m_problems->push_back({m_file->file(), line(), what, remedy});
}

const Json* JsonPart::find(const char* key, bool required) const {
    if (!has(key)) {
        if (required) {
            complain(inQuotes(key) + " is missing", "Add it; docs/lessons.md shows where");
        }
        return nullptr;
    }
    return &m_value->at(key);
}

void JsonPart::wrongKind(const char* key, const char* wanted) const {
    at(std::string(key))
        .complain(inQuotes(key) + " is no " + wanted, "docs/lessons.md shows its form");
}

std::string JsonPart::text(const char* key, bool required) const {
    const Json* found = find(key, required);
    if (found == nullptr) {
        return {};
    }
    if (!found->is_string()) {
        wrongKind(key, "text");
        return {};
    }
    return found->get<std::string>();
}

double JsonPart::number(const char* key, double absent, double least, double most) const {
    const Json* found = find(key, false);
    if (found == nullptr) {
        return absent;
    }
    if (!found->is_number() || !(found->get<double>() >= least && found->get<double>() <= most)) {
        at(std::string(key))
            .complain(inQuotes(key) + " is no number in its range",
                      "Give " + Json(least).dump() + " to " + Json(most).dump());
        return absent;
    }
    return found->get<double>();
}

bool JsonPart::flag(const char* key) const {
    const Json* found = find(key, false);
    if (found != nullptr && !found->is_boolean()) {
        wrongKind(key, "true or false");
        return false;
    }
    return found != nullptr && found->get<bool>();
}

std::string JsonPart::expression(const char* key, bool required) const {
    const Json* found = find(key, required);
    if (found == nullptr) {
        return {};
    }
    if (found->is_number()) {
        return found->dump();
    }
    return text(key, required);
}

std::vector<std::string> JsonPart::texts(const char* key, bool required) const {
    std::vector<std::string> result;
    if (const auto items = list(key, required)) {
        for (std::size_t i = 0; i < items->size(); ++i) {
            const JsonPart item = items->at(i);
            if (item.value().is_string()) {
                result.push_back(item.value().get<std::string>());
            } else {
                item.complain("This is no text", "Put it in quotes");
            }
        }
    }
    return result;
}

std::vector<std::string> JsonPart::keys() const {
    std::vector<std::string> result;
    for (const auto& item : m_value->items()) {
        result.push_back(item.key());
    }
    return result;
}

std::optional<JsonPart> JsonPart::list(const char* key, bool required) const {
    const Json* found = find(key, required);
    if (found != nullptr && !found->is_array()) {
        wrongKind(key, "list");
        return std::nullopt;
    }
    return found != nullptr ? std::optional(at(std::string(key))) : std::nullopt;
}

std::optional<JsonPart> JsonPart::object(const char* key, bool required) const {
    const Json* found = find(key, required);
    if (found != nullptr && !found->is_object()) {
        wrongKind(key, "object");
        return std::nullopt;
    }
    return found != nullptr ? std::optional(at(std::string(key))) : std::nullopt;
}

Words JsonPart::words(const char* key, bool required) const {
    const Json* found = find(key, required);
    if (found == nullptr) {
        return {};
    }
    Words words{{}, m_file->file(), at(std::string(key)).line()};
    if (!found->is_array()) {
        words.text = text(key, required);
        return words;
    }
    for (const std::string& paragraph : texts(key)) {
        words.text += (words.text.empty() ? "" : "\n\n") + paragraph;
    }
    return words;
}

void JsonPart::allow(std::initializer_list<std::string_view> known) const {
    for (const std::string& key : keys()) {
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            at(key).complain(inQuotes(key) + " is not known here",
                             "Is it misspelt? docs/lessons.md lists the fields");
        }
    }
}

}  // namespace zeropoint::course
