// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roofline/roofline.h"

#include <nlohmann/json.hpp>

namespace zeropoint {
namespace {

using Json = nlohmann::ordered_json;

constexpr ProductFormat formats[] = {ProductFormat::Fp32, ProductFormat::Bf16, ProductFormat::Int8};

ProductFormat formatNamed(const std::string& name) {
    for (const ProductFormat format : formats) {
        if (productFormatName(format) == name) {
            return format;
        }
    }
    throw std::invalid_argument(name);
}

Json toJson(const MachineFacts& machine) {
    Json instructions = Json::object();
    for (const auto& [name, has] : machine.instructions) {
        instructions[name] = has;
    }
    return {{"processor", machine.processor},
            {"processors", machine.processors},
            {"last_level_cache", machine.lastLevelCache},
            {"instructions", std::move(instructions)}};
}

Roofline fromJson(const Json& json) {
    Roofline roofline;
    const Json& machine = json.at("machine");
    roofline.machine.processor = machine.at("processor").get<std::string>();
    roofline.machine.processors = machine.at("processors").get<unsigned>();
    roofline.machine.lastLevelCache = machine.at("last_level_cache").get<std::int64_t>();
    for (const auto& [name, has] : machine.at("instructions").items()) {
        roofline.machine.instructions.emplace_back(name, has.get<bool>());
    }
    roofline.threads = json.at("threads").get<unsigned>();
    roofline.when = json.at("when").get<std::string>();
    roofline.inner = json.at("inner").get<std::int64_t>();
    roofline.outer = json.at("outer").get<std::int64_t>();
    roofline.bytesPerSecond = json.at("bytes_per_second").get<double>();
    roofline.bandwidthSpread = json.at("bandwidth_spread").get<double>();
    roofline.othersShare = json.value("others_share", -1.0);  // older measurements lack it
    for (const Json& entry : json.at("ceilings")) {
        roofline.ceilings.push_back({formatNamed(entry.at("format").get<std::string>()),
                                     entry.at("operations_per_second").get<double>(),
                                     entry.at("spread").get<double>()});
    }
    for (const Json& entry : json.at("points")) {
        RooflinePoint point;
        point.format = formatNamed(entry.at("format").get<std::string>());
        point.batch = entry.at("batch").get<std::int64_t>();
        point.timing = {entry.at("seconds").get<double>(), entry.at("spread").get<double>()};
        point.operations = entry.at("operations").get<double>();
        point.bytes = entry.at("bytes").get<double>();
        roofline.points.push_back(point);
    }
    return roofline;
}

}  // namespace

std::string rooflineToJson(const Roofline& roofline) {
    Json json = {{"machine", toJson(roofline.machine)},
                 {"threads", roofline.threads},
                 {"when", roofline.when},
                 {"inner", roofline.inner},
                 {"outer", roofline.outer},
                 {"bytes_per_second", roofline.bytesPerSecond},
                 {"bandwidth_spread", roofline.bandwidthSpread},
                 {"others_share", roofline.othersShare},
                 {"ceilings", Json::array()},
                 {"points", Json::array()}};
    for (const Ceiling& ceiling : roofline.ceilings) {
        json["ceilings"].push_back({{"format", productFormatName(ceiling.format)},
                                    {"operations_per_second", ceiling.operationsPerSecond},
                                    {"spread", ceiling.spread}});
    }
    for (const RooflinePoint& point : roofline.points) {
        json["points"].push_back({{"format", productFormatName(point.format)},
                                  {"batch", point.batch},
                                  {"seconds", point.timing.seconds},
                                  {"spread", point.timing.spread},
                                  {"operations", point.operations},
                                  {"bytes", point.bytes}});
    }
    return json.dump(1) + '\n';
}

Result<Roofline> rooflineFromJson(std::string_view json, const std::string& where) {
    try {
        return fromJson(Json::parse(json));
    } catch (const std::exception&) {
        return fail(ErrorCode::Malformed, "This is no measurement of a machine", where,
                    "Measure this machine again");
    }
}

}  // namespace zeropoint
