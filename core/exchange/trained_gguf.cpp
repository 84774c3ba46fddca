// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/trained_gguf.h"

#include "core/numerics/convert.h"
#include "core/quantization/block_tensor.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>

namespace zeropoint {
namespace {

using Bytes = std::vector<std::byte>;

tl::unexpected<Error> notGpt2(const std::string& part) {
    return fail(ErrorCode::InvalidArgument,
                "GGUF's architecture for this kind of model (gpt2) has no place for " + part,
                "model", "Export it as .onnx, which holds every model that is trained here");
}

Result<void> checkModel(const TransformerConfig& config) {
    if (config.input != InputKind::Tokens) {
        return notGpt2("patches of an image");
    }
    if (config.pooled || !config.causal) {
        return notGpt2(config.pooled ? "a mean over the positions"
                                     : "attention to later positions");
    }
    if (config.norm != NormKind::LayerNorm) {
        return notGpt2("RMSNorm");
    }
    if (config.activation != ActivationKind::Gelu) {
        return notGpt2("SiLU");
    }
    if (config.outputs != config.vocabulary) {
        return notGpt2("a vocabulary of " + std::to_string(config.vocabulary) + " that reads and " +
                       std::to_string(config.outputs) + " outputs");
    }
    return {};
}

struct Rename {
    std::string_view ours;
    std::string_view theirs;
};

constexpr std::array modelNames = {
    Rename{"tok_emb.weight", "token_embd.weight"}, Rename{"pos_emb.weight", "position_embd.weight"},
    Rename{"ln_f.weight", "output_norm.weight"},   Rename{"ln_f.bias", "output_norm.bias"},
    Rename{"head.weight", "output.weight"},
};

constexpr std::array layerNames = {
    Rename{"ln1", "attn_norm"}, Rename{"attn.o", "attn_output"}, Rename{"ln2", "ffn_norm"},
    Rename{"ff1", "ffn_up"},    Rename{"ff2", "ffn_down"},
};

/// The parts that become one tensor, rows one after another.
struct Joined {
    std::string name;
    std::vector<std::string> parts;
};

std::vector<Joined> tensorsOf(const Transformer<float>& model) {
    std::vector<Joined> all;
    for (const Rename& row : modelNames) {
        if (model.parameters().find(row.ours)) {
            all.push_back({std::string(row.theirs), {std::string(row.ours)}});
        }
    }
    for (std::size_t layer = 0; layer < model.config().layers; ++layer) {
        const std::string ours = "layers." + std::to_string(layer) + ".";
        const std::string theirs = "blk." + std::to_string(layer) + ".";
        for (const char* kind : {".weight", ".bias"}) {
            all.push_back(
                {theirs + "attn_qkv" + kind,
                 {ours + "attn.q" + kind, ours + "attn.k" + kind, ours + "attn.v" + kind}});
            for (const Rename& row : layerNames) {
                all.push_back({theirs + std::string(row.theirs) + kind,
                               {ours + std::string(row.ours) + kind}});
            }
        }
    }
    return all;
}

Result<Bytes> encode(const Tensor& tensor, const GgufType& type, ScaleRule rule,
                     const Execution& execution) {
    const auto raw = std::as_bytes(tensor.values());
    if (type.dtype == DType::F32) {
        return Bytes(raw.begin(), raw.end());
    }
    if (type.dtype == DType::Block) {
        return quantizeToBlocks(tensor, *findBlockFormat(type.block), execution, rule)
            .map([](BlockTensor blocks) { return std::move(blocks.bytes); });
    }
    Bytes bytes(2 * tensor.size());
    const BulkFormat format = type.dtype == DType::F16 ? BulkFormat::Fp16 : BulkFormat::Bf16;
    return convertToCodes(format, tensor.values(), bytes, {Overflow::Saturate, 1, 0}, execution)
        .map([&] { return std::move(bytes); });
}

class TrainedPlanner {
public:
    TrainedPlanner(const Transformer<float>& model, const GgufType* wanted, ScaleRule rule,
                   const Execution& execution)
        : m_model(model), m_wanted(wanted), m_rule(rule), m_execution(execution) {}

    Result<GgufConversion> run(std::string_view name, std::span<const GgufEntry> vocabulary) {
        addKeys(name, vocabulary);
        for (const Joined& joined : tensorsOf(m_model)) {
            if (auto added = add(joined); !added) {
                return tl::unexpected(added.error());
            }
        }
        sayTypes(m_made.output, m_wanted == nullptr ? ggufTypeOf(DType::F32) : m_wanted);
        if (m_widened > 0) {
            m_made.notes.push_back({ConversionNote::Kind::WiderType, m_widened, m_widerType});
        }
        m_made.notes.push_back(
            {ConversionNote::Kind::Approximated, 1, "GELU by its approximation with tanh"});
        return std::move(m_made);
    }

private:
    void addKeys(std::string_view name, std::span<const GgufEntry> vocabulary) {
        const TransformerConfig& config = m_model.config();
        const auto number = [this](const char* key, std::size_t value) {
            m_made.output.entries.push_back(
                ggufU32(std::string("gpt2.") + key, static_cast<std::uint32_t>(value)));
        };
        m_made.output.entries = {ggufText("general.architecture", "gpt2"),
                                 ggufText("general.type", "model"), ggufText("general.name", name)};
        number("block_count", config.layers);
        number("context_length", config.context);
        number("embedding_length", config.width);
        number("feed_forward_length", config.mlpWidth());
        number("attention.head_count", config.heads);
        number("vocab_size", config.vocabulary);
        m_made.output.entries.push_back(
            ggufF32("gpt2.attention.layer_norm_epsilon", static_cast<float>(normEpsilon)));
        std::ranges::copy(vocabulary, std::back_inserter(m_made.output.entries));
        m_made.output.entries.push_back(ggufText("zeropoint.model", toJson(config)));
    }

    const GgufType& typeFor(const Joined& joined, const Shape& shape) {
        const bool matrix = shape.size() == 2 && joined.name != "position_embd.weight";
        if (!matrix || m_wanted == nullptr) {
            return *ggufTypeOf(DType::F32);
        }
        const GgufType& type = typeForRows(*m_wanted, shape.back());
        m_made.quantized.push_back(m_made.output.tensors.size());
        if (&type != m_wanted) {
            ++m_widened;
            m_widerType = type.name;
        }
        return type;
    }

    Result<void> add(const Joined& joined) {
        const Parameters<float>& all = m_model.parameters();
        const auto held = std::make_shared<Bytes>();
        Shape shape = all.entries()[*all.find(joined.parts.front())].shape;
        const GgufType& type = typeFor(joined, shape);
        for (const std::string& part : joined.parts) {
            const std::size_t index = *all.find(part);
            const Tensor tensor(part, all.entries()[index].shape, all.values(index), nullptr,
                                DType::F32);
            auto bytes = encode(tensor, type, m_rule, m_execution);
            if (!bytes) {
                return tl::unexpected(bytes.error());
            }
            held->insert(held->end(), bytes->begin(), bytes->end());
        }
        shape.front() *= static_cast<std::int64_t>(joined.parts.size());
        m_made.output.tensors.push_back(
            {joined.name, shape, &type,
             [held](std::uint64_t offset, std::span<std::byte> out) -> Result<void> {
                 std::ranges::copy(std::span(*held).subspan(offset, out.size()), out.begin());
                 return {};
             }});
        return {};
    }

    const Transformer<float>& m_model;
    const GgufType* m_wanted;
    ScaleRule m_rule;
    const Execution& m_execution;
    GgufConversion m_made;
    std::size_t m_widened = 0;
    std::string m_widerType;
};

}  // namespace

Result<GgufConversion> planTrainedGguf(const Transformer<float>& model, std::string_view name,
                                       std::span<const GgufEntry> vocabulary,
                                       const std::optional<QuantScheme>& scheme,
                                       const Execution& execution) {
    if (auto valid = checkModel(model.config()); !valid) {
        return tl::unexpected(valid.error());
    }
    const auto type = scheme ? ggufTypeOf(*scheme) : Result<const GgufType*>(nullptr);
    if (!type) {
        return tl::unexpected(type.error());
    }
    const ScaleRule rule = scheme ? scheme->scaleRule : ScaleRule::Floor;
    return TrainedPlanner(model, *type, rule, execution).run(name, vocabulary);
}

}  // namespace zeropoint
