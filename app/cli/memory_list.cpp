// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json_number.h"
#include "app/cli/memory_output.h"
#include "app/cli/text_table.h"
#include "core/memory/layer_pattern.h"
#include "core/memory/weight_shapes.h"

#include <ostream>

namespace zeropoint::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string inGib(std::int64_t bytes) {
    return shortNumber(static_cast<double>(bytes) / (1024.0 * 1024.0 * 1024.0));
}

Json toJson(const Architecture& a) {
    const ParameterCount count = countParameters(weightShapes(a));
    return {{"id", a.id},
            {"name", a.name},
            {"family", a.family},
            {"parameters", count.total},
            {"active_parameters", count.active},
            {"published", a.published},
            {"published_exact", a.publishedExact},
            {"attention", attentionName(a)},
            {"layers", layerPatternText(a.layers)},
            {"context", a.context},
            {"deviation", a.deviation},
            {"unsure", a.unsure},
            {"sources", a.sources}};
}

Json toJson(const Device& d) {
    return {{"id", d.id},
            {"name", d.name},
            {"kind", d.kind},
            {"memory_bytes", d.memoryBytes},
            {"available_bytes", d.available()},
            {"bandwidth_GBps", jsonNumber(d.bandwidthGBps)},
            {"unsure", d.unsure},
            {"sources", d.sources}};
}

}  // namespace

Json catalogueJson(std::span<const Architecture> architectures, std::span<const Device> devices) {
    Json json = {{"architectures", Json::array()}, {"devices", Json::array()}};
    for (const Architecture& architecture : architectures) {
        json["architectures"].push_back(toJson(architecture));
    }
    for (const Device& device : devices) {
        json["devices"].push_back(toJson(device));
    }
    return json;
}

void printCatalogue(std::span<const Architecture> architectures, std::span<const Device> devices,
                    std::ostream& out) {
    using enum TextTable::Align;
    TextTable models({{"model", Left},
                      {"name", Left},
                      {"parameters"},
                      {"active"},
                      {"attention", Left},
                      {"layers", Left},
                      {"context"}});
    for (const Architecture& a : architectures) {
        const ParameterCount count = countParameters(weightShapes(a));
        models.addRow({a.id, a.name, std::to_string(count.total), std::to_string(count.active),
                       attentionName(a), layerPatternText(a.layers), std::to_string(a.context)});
    }
    models.print(out);
    out << '\n';
    TextTable table(
        {{"device", Left}, {"name", Left}, {"kind", Left}, {"GiB"}, {"available GiB"}, {"GB/s"}});
    for (const Device& d : devices) {
        table.addRow({d.id, d.name, d.kind, inGib(d.memoryBytes), inGib(d.available()),
                      shortNumber(d.bandwidthGBps)});
    }
    table.print(out);
}

}  // namespace zeropoint::cli
