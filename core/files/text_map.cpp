// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/text_map.h"

#include <nlohmann/json.hpp>

namespace zeropoint {
namespace {

using Json = nlohmann::json;

/// Takes the parser's events one by one: a tree would look each key up among those before it.
class MapEvents final : public nlohmann::json_sax<Json> {
public:
    std::vector<std::pair<std::string, std::string>> entries;

    bool null() override { return false; }
    bool boolean(bool) override { return false; }
    bool number_integer(number_integer_t) override { return false; }
    bool number_unsigned(number_unsigned_t) override { return false; }
    bool number_float(number_float_t, const string_t&) override { return false; }
    bool binary(binary_t&) override { return false; }
    bool string(string_t& value) override {
        if (m_inside) {
            entries.emplace_back(std::move(m_key), value);
        }
        return m_inside;
    }
    bool key(string_t& value) override {
        m_key = value;
        return true;
    }
    bool start_object(std::size_t) override { return !std::exchange(m_inside, true); }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return false; }
    bool end_array() override { return false; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        return false;
    }

private:
    std::string m_key;
    bool m_inside = false;
};

}  // namespace

std::optional<std::vector<std::pair<std::string, std::string>>> parseTextMap(
    std::string_view json) {
    MapEvents events;
    return Json::sax_parse(json, &events) ? std::optional(std::move(events.entries)) : std::nullopt;
}

}  // namespace zeropoint
