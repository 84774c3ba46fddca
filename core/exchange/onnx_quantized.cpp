// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/onnx_quantized_private.h"
#include "core/scheme/element_format.h"

#include <algorithm>

namespace zeropoint {
namespace {

using onnx::TensorProto;

// TensorProto.DataType of IR version 10, which the library's own list does not reach.
constexpr int uint4 = 21;
constexpr int int4 = 22;

tl::unexpected<Error> cannot(const QuantizedSite& site, const std::string& part,
                             const std::string& remedy) {
    return fail(ErrorCode::InvalidArgument,
                "The QuantizeLinear and DequantizeLinear written here do not hold the " + part,
                site.name, remedy);
}

bool isSmallInteger(const QuantScheme& scheme) {
    const auto element = elementFormat(scheme);
    return element && element->integer && element->format->bits <= 8;
}

Result<void> checkWeight(const QuantizedSite& site) {
    const char* const remedy = "Choose integers of up to 8 bits, or write the values read back";
    const QuantizedWeight& weight = *site.weight;
    if (!isSmallInteger(weight.scheme)) {
        return cannot(site, "weight's format " + weight.scheme.format, remedy);
    }
    if (!weight.realZeros.empty()) {
        return cannot(site, "weight's real zero points (HQQ)", remedy);
    }
    return {};
}

Result<void> checkActivation(const QuantizedSite& site) {
    const ActivationRecipe& activation = site.recipe.activation;
    if (activation.mode != ActivationMode::Static) {
        return cannot(site, "activation's range, found anew while the model runs",
                      "Make the activations static, or leave them unquantized");
    }
    if (!isSmallInteger(activation.scheme)) {
        return cannot(site, "activation's format " + activation.scheme.format,
                      "Choose integers of up to 8 bits");
    }
    const Rounding rounding = effectiveRounding(activation.scheme);
    if (rounding != Rounding::NearestEven || multipliesByInverse(activation.scheme)) {
        return cannot(site, "activation's rounding",
                      "Choose nearest-even and the convention zeropoint or onnx");
    }
    return {};
}

/// The type of whole bytes in which codes of a scheme stand.
bool isSigned(const QuantScheme& scheme) {
    return codeRange(scheme).qmin < 0;
}

bool isFourBits(const QuantScheme& scheme) {
    return elementFormat(scheme)->format->bits == 4;
}

int byteType(const QuantScheme& scheme) {
    return isSigned(scheme) ? TensorProto::INT8 : TensorProto::UINT8;
}

int weightType(const QuantScheme& scheme) {
    if (isFourBits(scheme)) {
        return isSigned(scheme) ? int4 : uint4;
    }
    return byteType(scheme);
}

/// Codes as bytes; of 4 bits two a byte, the first in the low half.
template <typename CodeAt>
std::string packed(std::size_t count, bool fourBits, CodeAt codeAt) {
    std::string bytes(fourBits ? (count + 1) / 2 : count, '\0');
    for (std::size_t i = 0; i < count; ++i) {
        const auto code = static_cast<unsigned char>(codeAt(i));
        if (fourBits) {
            const unsigned half = (code & 0xFU) << (i % 2 * 4);
            bytes[i / 2] = static_cast<char>(static_cast<unsigned char>(bytes[i / 2]) | half);
        } else {
            bytes[i] = static_cast<char>(code);
        }
    }
    return bytes;
}

Shape unitShape(const QuantizedWeight& weight) {
    const auto units = static_cast<std::int64_t>(weight.params.size());
    switch (weight.scheme.granularity) {
        case Granularity::Tensor:
            return {};
        case Granularity::Channel:
            return {units};
        case Granularity::Group:
            break;
    }
    return {weight.shape[0], units / weight.shape[0]};
}

}  // namespace

Result<void> checkForOnnx(const QuantizedSite& site, bool dequantized) {
    if (site.output) {
        return cannot(site, "keys and values, whose ranges are found anew while the model runs",
                      "Leave the cache unquantized");
    }
    if (dequantized) {
        return {};
    }
    if (site.weight && site.recipe.weight) {
        if (auto valid = checkWeight(site); !valid) {
            return valid;
        }
    }
    return site.input ? checkActivation(site) : Result<void>();
}

int opsetOf(const QuantizedWeight& weight) {
    const bool blocks = weight.scheme.granularity == Granularity::Group;
    return blocks || isFourBits(weight.scheme) ? blockedOpset : plainOpset;
}

std::string addWeight(OnnxGraph& graph, const std::string& name, const QuantizedWeight& weight) {
    const int type = weightType(weight.scheme);
    const bool fourBits = isFourBits(weight.scheme);
    const std::string codes = graph.raw(
        name + ".codes", type, weight.shape,
        packed(weight.codes.size(), fourBits, [&](std::size_t i) { return weight.codes[i]; }));
    std::vector<float> scales;
    for (const QuantParams& unit : weight.params) {
        scales.push_back(static_cast<float>(unit.scale));
    }
    const Shape shape = unitShape(weight);
    const std::string scale = graph.floats(name + ".scale", shape, scales);
    const std::string zero = graph.raw(name + ".zero_point", type, shape,
                                       packed(weight.params.size(), fourBits, [&](std::size_t i) {
                                           return weight.params[i].zeroPoint;
                                       }));
    onnx::NodeProto& node = graph.node("DequantizeLinear", name, {codes, scale, zero});
    if (weight.scheme.granularity == Granularity::Channel) {
        const std::int64_t axis = weight.scheme.axis;
        addAttribute(node, "axis", axis < 0 ? axis + 2 : axis);
    } else if (weight.scheme.granularity == Granularity::Group) {
        addAttribute(node, "axis", std::int64_t{1});
        addAttribute(node, "block_size", std::int64_t{weight.scheme.groupSize});
    }
    return name;
}

std::string addInput(OnnxGraph& graph, const QuantizedSite& site, std::string x, bool quantizes) {
    if (!site.inputScale.empty()) {
        const std::string factors =
            graph.floats(site.name + ".input_scale",
                         {static_cast<std::int64_t>(site.inputScale.size())}, site.inputScale);
        x = graph.apply("Div", site.name + ".scaled", {x, factors});
    }
    if (!site.input || !quantizes) {
        return x;
    }
    const QuantScheme& scheme = site.recipe.activation.scheme;
    const QuantParams& params = site.input->params();
    const CodeRange codes = codeRange(scheme);
    const auto scaleValue = static_cast<float>(params.scale);
    const int lowest = isSigned(scheme) ? -128 : 0;
    if (codes.qmin > lowest || codes.qmax < lowest + 255) {
        const auto level = [&](std::int32_t code) {
            return graph.scalar(static_cast<float>(code - params.zeroPoint) * scaleValue);
        };
        x = graph.apply("Clip", site.name + ".clipped", {x, level(codes.qmin), level(codes.qmax)});
    }
    const std::string scale =
        graph.floats(site.name + ".input.scale", {}, std::span(&scaleValue, 1));
    const std::string zero =
        graph.raw(site.name + ".input.zero_point", byteType(scheme), {},
                  packed(1, false, [&](std::size_t) { return params.zeroPoint; }));
    const std::string quantized =
        graph.apply("QuantizeLinear", site.name + ".quantized", {x, scale, zero});
    return graph.apply("DequantizeLinear", site.name + ".dequantized", {quantized, scale, zero});
}

}  // namespace zeropoint
