// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/function_private.h"
#include "core/course/memory_terms.h"
#include "core/memory/catalogue.h"

#include <array>
#include <cmath>

namespace zeropoint::course {
namespace {

template <typename Use>
Result<Value> withModel(const Call& call, Use use) {
    const auto model = findArchitecture(shippedArchitectures(), call.text(0));
    return model ? Result<Value>(use(*model)) : Result<Value>(tl::unexpected(model.error()));
}

template <typename Use>
Result<Value> withDevice(const Call& call, Use use) {
    const auto device = findDevice(shippedDevices(), call.text(0));
    return device ? Result<Value>(use(*device)) : Result<Value>(tl::unexpected(device.error()));
}

template <auto Member>
Result<Value> size(const Call& call) {
    return withModel(call, [](const Architecture& model) { return double(model.*Member); });
}

/// FORMAT [, group [, double_block]] from the given argument on, as options of memory().
std::string formatOptions(const Call& call, std::size_t first) {
    std::string options = "format=" + call.text(first);
    for (const auto& [name, index] :
         {std::pair("block", first + 1), std::pair("double", first + 2)}) {
        if (index < call.count()) {
            options +=
                std::string(" ") + name + '=' + std::to_string(std::llround(call.number(index)));
        }
    }
    return options;
}

Result<Value> estimated(const Call& call, const std::string& options, std::string_view part) {
    const auto request = call.isText(0) ? memoryRequest(call.text(0), options)
                                        : memoryRequest(call.number(0), options);
    if (!request) {
        return tl::unexpected(request.error());
    }
    const auto estimate = estimateMemory(*request);
    if (!estimate) {
        return tl::unexpected(estimate.error());
    }
    const auto value = memoryPart(*estimate, part);
    return value ? Result<Value>(*value) : Result<Value>(tl::unexpected(value.error()));
}

/// Bits of a value with its share of scales: of a bare format without its matrices.
Result<Value> weightBits(const Call& call) {
    auto format = findStoredFormat(call.text(0));
    if (!format) {
        return tl::unexpected(format.error());
    }
    if (call.count() > 1) {
        format->group = std::llround(call.number(1));
    }
    if (call.count() > 2) {
        format->doubleBlock = std::llround(call.number(2));
    }
    return format->bitsPerValue();
}

Result<Value> adapters(const Call& call) {
    return estimated(call,
                     "mode=lora rank=" + std::to_string(std::llround(call.number(1))) +
                         " targets=" + call.text(2),
                     "trainable");
}

constexpr std::array memoryTable = {
    Function{"weight_bits", "t|nn", "FORMAT, group, double_block", weightBits},
    Function{"weight_bytes", "at|nn", "MODEL or count, FORMAT, group, double_block",
             [](const Call& c) { return estimated(c, formatOptions(c, 1), "weights"); }},
    Function{"memory", "att", "MODEL or count, OPTIONS, PART",
             [](const Call& c) { return estimated(c, c.text(1), c.text(2)); }},
    Function{"kv_bytes", "tn|t", "MODEL, context, FORMAT",
             [](const Call& c) {
                 return estimated(c,
                                  "context=" + std::to_string(std::llround(c.number(1))) +
                                      " kv=" + c.text(2, "f16"),
                                  "kv_cache");
             }},
    Function{"adapter_parameters", "tnt", "MODEL, rank, 'q,v'", adapters},
    Function{
        "lora_parameters", "nnn", "rows, columns, rank",
        [](const Call& c) -> Result<Value> { return c.number(2) * (c.number(0) + c.number(1)); }},
    Function{"parameters", "t", "MODEL",
             [](const Call& c) {
                 return withModel(c, [](const Architecture& model) {
                     return double(countParameters(weightShapes(model)).total);
                 });
             }},
    Function{"layers", "t", "MODEL",
             [](const Call& c) {
                 return withModel(
                     c, [](const Architecture& model) { return double(model.layers.size()); });
             }},
    Function{"hidden", "t", "MODEL", size<&Architecture::hidden>},
    Function{"heads", "t", "MODEL", size<&Architecture::heads>},
    Function{"kv_heads", "t", "MODEL", size<&Architecture::kvHeads>},
    Function{"head_dim", "t", "MODEL", size<&Architecture::headDim>},
    Function{"ffn", "t", "MODEL", size<&Architecture::ffn>},
    Function{"vocabulary", "t", "MODEL", size<&Architecture::vocabulary>},
    Function{"model_name", "t", "MODEL",
             [](const Call& c) {
                 return withModel(c, [](const Architecture& model) { return model.name; });
             }},
    Function{"device_bytes", "t", "DEVICE",
             [](const Call& c) {
                 return withDevice(c,
                                   [](const Device& device) { return double(device.available()); });
             }},
    Function{"device_bandwidth", "t", "DEVICE",
             [](const Call& c) {
                 return withDevice(c,
                                   [](const Device& device) { return device.bandwidthGBps * 1e9; });
             }},
    Function{"device_name", "t", "DEVICE",
             [](const Call& c) {
                 return withDevice(c, [](const Device& device) { return device.name; });
             }},
};

}  // namespace

std::span<const Function> memoryFunctions() {
    return memoryTable;
}

}  // namespace zeropoint::course
