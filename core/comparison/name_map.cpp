// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/name_map.h"

#include "core/support/in_quotes.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>

namespace zeropoint {
namespace {

constexpr auto remedy = R"(Write a JSON object {"name in a": "name in b"})";
constexpr std::uintmax_t mostBytes = std::uintmax_t{64} << 20;

}  // namespace

Result<NameMap> parseNameMap(std::string_view json, const std::string& where) {
    using Json = nlohmann::ordered_json;
    NameMap map;
    std::set<std::string> namesOfA;
    std::set<std::string> namesOfB;
    std::string twice;
    // Keys are looked at as they are read: the document would keep the last of two alone.
    const auto watch = [&](int depth, Json::parse_event_t event, const Json& value) {
        if (event == Json::parse_event_t::key && depth == 1 &&
            !namesOfA.insert(value.get<std::string>()).second) {
            twice = value.get<std::string>();
        }
        return true;
    };
    Json document;
    try {
        document = Json::parse(json, watch);
    } catch (const Json::parse_error& error) {
        return fail(ErrorCode::Malformed,
                    "The map is no JSON at byte " + std::to_string(error.byte), where, remedy);
    } catch (const Json::exception&) {  // a number beyond the range of a double
        return fail(ErrorCode::Malformed, "The map holds more than names", where, remedy);
    }
    if (!document.is_object()) {
        return fail(ErrorCode::Malformed, "The map is no JSON object", where, remedy);
    }
    for (const auto& [name, partner] : document.items()) {
        if (!partner.is_string()) {
            return fail(ErrorCode::Malformed, "The partner of " + inQuotes(name) + " is no text",
                        where, remedy);
        }
        map.emplace_back(name, partner.get<std::string>());
        if (!namesOfB.insert(map.back().second).second) {
            twice = map.back().second;
        }
    }
    if (!twice.empty()) {
        return fail(ErrorCode::InvalidArgument, "The map names " + inQuotes(twice) + " twice",
                    where, "A tensor has one partner");
    }
    return map;
}

Result<NameMap> readNameMap(const std::string& path) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (error) {
        return fail(ErrorCode::NotFound, "The map cannot be opened", path, remedy);
    }
    if (size > mostBytes) {
        return fail(ErrorCode::TooLarge, "The map is larger than 64 MiB", path, remedy);
    }
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file.good() && !file.eof()) {
        return fail(ErrorCode::ReadFailed, "The map cannot be read", path,
                    "Check the path and that you may read the file");
    }
    return parseNameMap(text, path);
}

}  // namespace zeropoint
