// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/safetensors/safetensors_header.h"

#include "core/files/stored_tensor.h"
#include "core/support/in_quotes.h"

#include <nlohmann/json.hpp>

#include <limits>
#include <set>

namespace zeropoint {
namespace {

using Json = nlohmann::json;

/// Takes the parser's events one by one: no tree is built, and the parser itself does not recurse,
/// so that neither depth nor size of a hostile header costs more than its own bytes.
class HeaderEvents final : public nlohmann::json_sax<Json> {
public:
    explicit HeaderEvents(const std::stop_token& stop) : m_stop(stop) {}

    SafetensorsHeader header;
    std::string problem;

    bool null() override { return refuse("null"); }
    bool boolean(bool) override { return refuse("a truth value"); }
    bool number_integer(number_integer_t) override { return refuse("a negative number"); }
    bool number_float(number_float_t, const string_t&) override {
        return refuse("a fraction or a number beyond 64 bits");
    }
    bool binary(binary_t&) override { return refuse("binary data"); }

    bool number_unsigned(number_unsigned_t value) override {
        if (m_place == Place::Shape) {
            if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
                return refuse("a dimension beyond 63 bits");
            }
            header.entries.back().shape.push_back(static_cast<std::int64_t>(value));
            return true;
        }
        if (m_place == Place::Offsets && header.entries.back().offsets.size() < 2) {
            header.entries.back().offsets.push_back(value);
            return true;
        }
        return refuse("a number");
    }

    bool string(string_t& value) override {
        if (m_place == Place::Metadata) {
            header.metadata.emplace_back(m_key, value);
            return true;
        }
        if (m_place == Place::Tensor && m_key == "dtype") {
            header.entries.back().dtype = value;
            return true;
        }
        return refuse("a text");
    }

    bool start_object(std::size_t) override {
        if (m_place == Place::Outside) {
            m_place = Place::Top;
            return true;
        }
        if (m_place != Place::Top) {
            return refuse("an object");
        }
        m_fields.clear();
        if (m_key == "__metadata__") {
            m_place = Place::Metadata;
        } else {
            m_place = Place::Tensor;
            header.entries.push_back({m_key, {}, {}, {}});
        }
        return true;
    }

    bool key(string_t& value) override {
        m_key = value;
        if (m_stop.stop_requested()) {
            return false;
        }
        if (m_place == Place::Top) {
            return m_names.insert(value).second || say("The name is given twice");
        }
        const bool known = m_place == Place::Metadata || value == "dtype" || value == "shape" ||
                           value == "data_offsets";
        if (!known) {
            return say("The format has no field " + inQuotes(value));
        }
        return m_fields.insert(value).second || say("The field is given twice");
    }

    bool end_object() override {
        if (m_place == Place::Tensor) {
            if (m_fields.size() != 3 || header.entries.back().offsets.size() != 2) {
                return say("A tensor needs dtype, shape and two data_offsets");
            }
        }
        m_place = m_place == Place::Top ? Place::Outside : Place::Top;
        return true;
    }

    bool start_array(std::size_t) override {
        if (m_place == Place::Tensor && m_key == "shape") {
            m_place = Place::Shape;
        } else if (m_place == Place::Tensor && m_key == "data_offsets") {
            m_place = Place::Offsets;
        } else {
            return refuse("a list");
        }
        return true;
    }

    bool end_array() override {
        m_place = Place::Tensor;
        return true;
    }

    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception&) override {
        return say("The header is not valid JSON at byte " + std::to_string(position));
    }

private:
    enum class Place { Outside, Top, Metadata, Tensor, Shape, Offsets };

    bool say(const std::string& text) {
        problem = text;
        if (!header.entries.empty() && m_place != Place::Outside && m_place != Place::Top) {
            problem += " (tensor " + inQuotes(header.entries.back().name) + ")";
        } else if (m_place == Place::Top) {
            problem += " (" + inQuotes(m_key) + ")";
        }
        return false;
    }

    bool refuse(const std::string& what) {
        return say("The header has " + what + " where the format allows none");
    }

    std::stop_token m_stop;
    Place m_place = Place::Outside;
    std::string m_key;
    std::set<std::string> m_names;
    std::set<std::string> m_fields;
};

}  // namespace

Result<SafetensorsHeader> parseSafetensorsHeader(std::string_view json, const std::string& where,
                                                 const std::stop_token& stop) {
    const auto malformed = [&](std::string what) {
        return fail(ErrorCode::Malformed, std::move(what), where,
                    "Copy or download it again, or write it again as safetensors");
    };
    // The JSON library skips a byte order mark and takes a zero byte for the end of the text.
    if (json.starts_with("\xEF\xBB\xBF") || json.find('\0') != std::string_view::npos) {
        return malformed("The header has bytes that are not JSON");
    }
    HeaderEvents events(stop);
    if (!Json::sax_parse(json, &events)) {
        if (stop.stop_requested()) {
            return openingStopped(where);
        }
        return malformed(events.problem);
    }
    return std::move(events.header);
}

}  // namespace zeropoint
