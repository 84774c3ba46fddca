// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/ptq/quantized_file.h"

#include "core/files/packed/quantized_output.h"
#include "core/files/weight_writer.h"
#include "core/numerics/block_format.h"
#include "core/quantization/packed_codes.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

namespace zeropoint {
namespace {

using Bytes = std::vector<std::byte>;

void add(WeightOutput& output, std::string name, DType dtype, Shape shape, Bytes bytes) {
    const auto held = std::make_shared<const Bytes>(std::move(bytes));
    output.tensors.push_back(
        {std::move(name), dtype, std::move(shape),
         [held](std::uint64_t offset, std::span<std::byte> out) -> Result<void> {
             std::copy_n(held->begin() + static_cast<std::ptrdiff_t>(offset), out.size(),
                         out.begin());
             return {};
         }});
}

void addBytes(WeightOutput& output, std::string name, Bytes bytes) {
    const auto size = static_cast<std::int64_t>(bytes.size());
    add(output, std::move(name), DType::U8, {size}, std::move(bytes));
}

void addFloats(WeightOutput& output, std::string name, std::span<const float> values,
               ScaleFormat format, Shape shape = {}) {
    const DType dtype = format == ScaleFormat::Fp16   ? DType::F16
                        : format == ScaleFormat::Bf16 ? DType::BF16
                        : format == ScaleFormat::E8m0 ? DType::F8E8M0
                                                      : DType::F32;
    if (shape.empty()) {
        shape = {static_cast<std::int64_t>(values.size())};
    }
    add(output, std::move(name), dtype, std::move(shape), packScales(values, format));
}

/// The format in which HQQ's zero points are stored: the scales' where that is a plain float.
ScaleFormat realZeroFormat(const QuantScheme& scheme) {
    const bool plain =
        scheme.scaleFormat == ScaleFormat::Fp16 || scheme.scaleFormat == ScaleFormat::Bf16;
    return plain ? scheme.scaleFormat : ScaleFormat::Fp32;
}

Result<WeightOutput> weightOutput(const std::string& name, const QuantizedWeight& weight) {
    if (const BlockFormat* blocks = findBlockFormat(weight.scheme.format); blocks != nullptr) {
        BlockTensor made{weight.shape, blocks, {}, weight.blocks, 0};
        made.options.tensorScale = weight.tensorScale;
        return blockOutput(name, weight.shape, *blocks,
                           madeAlready(std::make_shared<const BlockTensor>(std::move(made))));
    }
    auto made = std::make_shared<CodedTensor>();
    made->quantized.shape = weight.shape;
    made->quantized.scheme = weight.scheme;
    made->quantized.codes = weight.codes;
    made->quantized.params = weight.params;
    made->doubled = weight.doubled;
    made->realZeros = weight.realZeros;
    const auto realZero =
        weight.realZeros.empty() ? std::nullopt : std::optional(realZeroFormat(weight.scheme));
    return codeOutput(name, weight.shape, weight.scheme, keptBy(WriteFormat::Safetensors),
                      madeAlready<CodedTensor>(std::move(made)), realZero);
}

/// Takes the tensors and metadata of one weight over.
void join(WeightOutput& output, WeightOutput weight) {
    std::ranges::move(weight.tensors, std::back_inserter(output.tensors));
    std::ranges::move(weight.metadata, std::back_inserter(output.metadata));
}

void addIntegerBias(WeightOutput& output, const QuantizedSite& site, std::span<const float> bias) {
    Bytes bytes;
    const std::vector<QuantParams>& params = site.weight->params;
    for (std::size_t i = 0; i < bias.size(); ++i) {
        const double step = params[params.size() == 1 ? 0 : i].scale * site.input->params().scale;
        const auto code = static_cast<std::int32_t>(std::nearbyint(bias[i] / step));
        const std::span<const std::byte> raw = std::as_bytes(std::span(&code, 1));
        bytes.insert(bytes.end(), raw.begin(), raw.end());
    }
    add(output, site.name + ".bias_codes", DType::I32, {static_cast<std::int64_t>(bias.size())},
        std::move(bytes));
}

ScaleFormat restFormat(const QuantRecipe& recipe) {
    return recipe.rest == "fp16"   ? ScaleFormat::Fp16
           : recipe.rest == "bf16" ? ScaleFormat::Bf16
                                   : ScaleFormat::Fp32;
}

/// The site that a parameter belongs to ("layers.0.ff1.bias"), or null.
const QuantizedSite* siteOf(const QuantizedModel& quantized, const std::string& parameter,
                            std::string_view suffix) {
    for (const auto& site : quantized.sites) {
        if (parameter == site->name + std::string(suffix)) {
            return site.get();
        }
    }
    return nullptr;
}

Result<void> addParameter(WeightOutput& output, const QuantizedModel& quantized, std::size_t index,
                          bool checkpoint) {
    const Parameters<float>& parameters = quantized.model.parameters();
    const ParameterEntry& entry = parameters.entries()[index];
    const QuantizedSite* const ofWeight = siteOf(quantized, entry.name, ".weight");
    if (ofWeight != nullptr && ofWeight->recipe.weight) {
        return weightOutput(entry.name, *ofWeight->weight).map([&](WeightOutput weight) {
            join(output, std::move(weight));
        });
    }
    const QuantizedSite* const ofBias = siteOf(quantized, entry.name, ".bias");
    if (ofBias != nullptr && ofBias->recipe.bias == BiasTreatment::Int32) {
        // Whoever opens a checkpoint knows no codes of biases; their values take as many bytes.
        if (checkpoint) {
            addFloats(output, entry.name, parameters.values(index), ScaleFormat::Fp32, entry.shape);
        } else {
            addIntegerBias(output, *ofBias, parameters.values(index));
        }
        return {};
    }
    const bool cast = ofWeight != nullptr && ofWeight->weight != nullptr;
    const std::span<const float> values =
        cast ? std::span<const float>(ofWeight->weight->values) : parameters.values(index);
    addFloats(output, entry.name, values, restFormat(quantized.recipe), entry.shape);
    return {};
}

/// The scale of a static input and, where the scheme stores it, the zero point.
void addInputParams(WeightOutput& output, const std::string& name, const QuantScheme& scheme,
                    const QuantParams& params) {
    const Result<ElementFormat> element = elementFormat(scheme);
    if (!element || !element->scaled) {
        return;
    }
    const auto scale = static_cast<float>(params.scale);
    if (scheme.scaleFormat == ScaleFormat::Double) {
        const DoubleQuantization doubled = doubleQuantize(std::span(&scale, 1), 1);
        add(output, name + ".scale_codes", DType::F8E4M3, {1}, {std::byte{doubled.codes.front()}});
        addFloats(output, name + ".second_scale", doubled.factors, ScaleFormat::Fp32);
        addFloats(output, name + ".scale_mean", std::span(&doubled.mean, 1), ScaleFormat::Fp32);
    } else {
        addFloats(output, name + ".scale", std::span(&scale, 1), scheme.scaleFormat);
    }
    if (element->integer && !scheme.symmetric) {
        const std::int32_t zero = params.zeroPoint;
        addBytes(output, name + ".zero_point",
                 packCodes(std::span(&zero, 1), element->format->bits));
    }
}

void addInput(WeightOutput& output, const QuantizedSite& site) {
    if (!site.inputScale.empty()) {
        addFloats(output, site.name + ".input_scale", site.inputScale, ScaleFormat::Fp16);
    }
    if (site.recipe.activation.mode == ActivationMode::Static) {
        addInputParams(output, site.name + ".input", site.recipe.activation.scheme,
                       site.input->params());
    }
}

}  // namespace

Result<std::uint64_t> writeQuantizedModel(
    const std::string& path, const QuantizedModel& quantized, const Execution& execution,
    const std::vector<std::pair<std::string, std::string>>& metadata) {
    WeightOutput output;
    output.metadata = {{std::string(recipeKey), toJson(quantized.recipe)},
                       {"zeropoint.model", toJson(quantized.model.config())}};
    output.metadata.insert(output.metadata.end(), metadata.begin(), metadata.end());
    for (std::size_t i = 0; i < quantized.model.parameters().entries().size(); ++i) {
        if (auto added = addParameter(output, quantized, i, !metadata.empty()); !added) {
            return tl::unexpected(added.error());
        }
    }
    for (const auto& site : quantized.sites) {
        addInput(output, *site);
    }
    return writeWeights(path, WriteFormat::Safetensors, output, execution);
}

Result<std::optional<PackedModel>> packedModelOf(const WeightFile& file) {
    const auto& metadata = file.metadata();
    const auto found = std::ranges::find(
        metadata, recipeKey, [](const auto& entry) { return std::string_view(entry.first); });
    if (found == metadata.end()) {
        return std::optional<PackedModel>();
    }
    auto recipe = quantRecipeFromJson(found->second);
    if (!recipe) {
        return tl::unexpected(recipe.error());
    }
    PackedModel packed{std::move(*recipe), 0};
    for (const TensorInfo& tensor : file.tensors()) {
        packed.bytes += tensor.bytes;
    }
    return packed;
}

}  // namespace zeropoint
