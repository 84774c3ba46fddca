// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/onnx_export.h"

#include "core/exchange/onnx_quantized_private.h"
#include "core/files/atomic_file.h"
#include "core/support/plain_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

constexpr std::int64_t plainIrVersion = 8;
constexpr std::int64_t blockedIrVersion = 10;

std::int64_t dimension(std::size_t size) {
    return static_cast<std::int64_t>(size);
}

/// Adds the passes of core/nn/transformer_pass.cpp and block.cpp, in their order.
class OnnxBuilder {
public:
    OnnxBuilder(onnx::GraphProto& graph, const OnnxSource& source, OnnxReport& report)
        : m_graph(graph), m_source(source), m_report(report), m_config(source.model->config()) {}

    std::string logits(const std::string& input) {
        std::string x = embedded(input);
        for (std::size_t layer = 0; layer < m_config.layers; ++layer) {
            const std::string name = "layers." + std::to_string(layer) + ".";
            const std::string attended = attention(name, norm(name + "ln1", x));
            x = m_graph.apply("Add", name + "after_attention", {x, attended});
            x = m_graph.apply("Add", name + "out", {x, mlp(name, norm(name + "ln2", x))});
        }
        x = norm("ln_f", x);
        if (m_config.pooled) {
            onnx::NodeProto& mean = m_graph.node("ReduceMean", "pooled", {x});
            addAttributeOrInput(mean, {1});
            addAttribute(mean, "keepdims", std::int64_t{0});
            x = "pooled";
        }
        const std::string site = m_config.tiedHead ? "tok_emb" : "head";
        const std::string read = m_config.tiedHead ? x : throughInput(site, x);
        return m_graph.apply("MatMul", "logits", {read, turned(site)});
    }

private:
    /// ReduceMean takes its axes as an attribute before opset 18 and as an input after it.
    void addAttributeOrInput(onnx::NodeProto& node, std::initializer_list<std::int64_t> axes) {
        if (m_report.opset < 18) {
            addAttribute(node, "axes", axes);
        } else {
            const std::vector<std::int64_t> values(axes);
            node.add_input(m_graph.integers(node.name() + ".axes", values));
        }
    }

    const QuantizedSite* siteOf(const std::string& name) const {
        const auto found = std::ranges::find_if(
            m_source.sites, [&](const auto& site) { return site->name == name; });
        return found == m_source.sites.end() ? nullptr : found->get();
    }

    std::string parameter(const std::string& name) {
        const Parameters<float>& all = m_source.model->parameters();
        const std::size_t index = *all.find(name);
        return m_graph.floats(name, all.entries()[index].shape, all.values(index));
    }

    /// The weight [out, in] that the product uses, added once.
    std::string weight(const std::string& site) {
        const std::string name = site + ".weight";
        if (std::ranges::find(m_weights, name) != m_weights.end()) {
            return name;
        }
        m_weights.push_back(name);
        const QuantizedSite* quantized = siteOf(site);
        if (quantized == nullptr || quantized->weight == nullptr) {
            return parameter(name);
        }
        if (m_source.dequantized || !quantized->recipe.weight) {
            return m_graph.floats(name, quantized->weight->shape, quantized->weight->values);
        }
        ++m_report.weights;
        return addWeight(m_graph, name, *quantized->weight);
    }

    /// [in, out], for a product from the left.
    std::string turned(const std::string& site) {
        return m_graph.transpose(site + ".turned", weight(site), {1, 0});
    }

    std::string throughInput(const std::string& site, const std::string& x) {
        const QuantizedSite* quantized = siteOf(site);
        if (quantized == nullptr) {
            return x;
        }
        const bool quantizes = quantized->input && !m_source.dequantized;
        m_report.activations += quantizes ? 1 : 0;
        return addInput(m_graph, *quantized, x, quantizes);
    }

    std::string linear(const std::string& site, const std::string& x) {
        const std::string product =
            m_graph.apply("MatMul", site + ".product", {throughInput(site, x), turned(site)});
        return m_graph.apply("Add", site, {product, parameter(site + ".bias")});
    }

    std::string norm(const std::string& name, const std::string& x) {
        const auto epsilon = static_cast<float>(normEpsilon);
        const std::string scale = parameter(name + ".weight");
        if (m_config.norm == NormKind::LayerNorm) {
            onnx::NodeProto& node =
                m_graph.node("LayerNormalization", name, {x, scale, parameter(name + ".bias")});
            addAttribute(node, "axis", std::int64_t{-1});
            addAttribute(node, "epsilon", epsilon);
            return name;
        }
        const std::string squares = m_graph.apply("Mul", name + ".squares", {x, x});
        addAttributeOrInput(m_graph.node("ReduceMean", name + ".mean", {squares}), {-1});
        const std::string moved =
            m_graph.apply("Add", name + ".moved", {name + ".mean", m_graph.scalar(epsilon)});
        const std::string root = m_graph.apply("Sqrt", name + ".root", {moved});
        const std::string unit = m_graph.apply("Div", name + ".unit", {x, root});
        return m_graph.apply("Mul", name, {unit, scale});
    }

    /// The first `length` rows of the learned positions; `length` is that of the input.
    std::string embedded(const std::string& input) {
        const std::string shape = m_graph.apply("Shape", "input.shape", {input});
        m_length = m_graph.apply("Gather", "length",
                                 {shape, m_graph.integers("one", std::vector<std::int64_t>{1})});
        m_zero = m_graph.integers("zero", std::vector<std::int64_t>{0});
        const std::string positions = m_graph.apply(
            "Slice", "positions", {parameter("pos_emb.weight"), m_zero, m_length, m_zero});
        const std::string rows = m_config.input == InputKind::Tokens
                                     ? m_graph.apply("Gather", "tokens", {weight("tok_emb"), input})
                                     : linear("patch_emb", input);
        if (m_config.causal) {
            addMask();
        }
        m_heads = m_graph.integers(
            "heads", std::vector<std::int64_t>{0, 0, dimension(m_config.heads),
                                               dimension(m_config.width / m_config.heads)});
        m_joined =
            m_graph.integers("joined", std::vector<std::int64_t>{0, 0, dimension(m_config.width)});
        return m_graph.apply("Add", "embedded", {rows, positions});
    }

    /// [length, length]: 0 where a position sees another, minus infinity where it must not.
    void addMask() {
        const std::size_t context = m_config.context;
        std::vector<float> mask(context * context, 0.0F);
        for (std::size_t row = 0; row < context; ++row) {
            for (std::size_t column = row + 1; column < context; ++column) {
                mask[row * context + column] = -std::numeric_limits<float>::infinity();
            }
        }
        const std::string whole =
            m_graph.floats("mask.whole", {dimension(context), dimension(context)}, mask);
        addAttribute(m_graph.node("Concat", "mask.ends", {m_length, m_length}), "axis",
                     std::int64_t{0});
        const std::string begins = m_graph.integers("mask.begins", std::vector<std::int64_t>{0, 0});
        m_mask = m_graph.apply("Slice", "mask", {whole, begins, "mask.ends"});
    }

    std::string heads(const std::string& name, const std::string& x,
                      std::initializer_list<std::int64_t> order) {
        const std::string split = m_graph.apply("Reshape", name + ".split", {x, m_heads});
        return m_graph.transpose(name + ".heads", split, order);
    }

    std::string attention(const std::string& layer, const std::string& x) {
        const std::string name = layer + "attn.";
        const std::string q = heads(name + "q", linear(name + "q", x), {0, 2, 1, 3});
        const std::string k = heads(name + "k", linear(name + "k", x), {0, 2, 3, 1});
        const std::string v = heads(name + "v", linear(name + "v", x), {0, 2, 1, 3});
        const float factor = 1.0F / std::sqrt(static_cast<float>(m_config.width / m_config.heads));
        std::string scores = m_graph.apply("MatMul", name + "products", {q, k});
        scores = m_graph.apply("Mul", name + "scores", {scores, m_graph.scalar(factor)});
        if (m_config.causal) {
            scores = m_graph.apply("Add", name + "masked", {scores, m_mask});
        }
        addAttribute(m_graph.node("Softmax", name + "probabilities", {scores}), "axis",
                     std::int64_t{-1});
        const std::string mixed =
            m_graph.apply("MatMul", name + "mixed", {name + "probabilities", v});
        const std::string turnedBack = m_graph.transpose(name + "turned", mixed, {0, 2, 1, 3});
        return linear(name + "o",
                      m_graph.apply("Reshape", name + "context", {turnedBack, m_joined}));
    }

    std::string mlp(const std::string& layer, const std::string& x) {
        return linear(layer + "ff2", activated(layer + "ff1", linear(layer + "ff1", x)));
    }

    /// x Phi(x) by the error function, or x sigmoid(x).
    std::string activated(const std::string& name, const std::string& x) {
        if (m_config.activation == ActivationKind::Silu) {
            const std::string gate = m_graph.apply("Sigmoid", name + ".sigmoid", {x});
            return m_graph.apply("Mul", name + ".activated", {x, gate});
        }
        const std::string scaled = m_graph.apply(
            "Mul", name + ".scaled_input", {x, m_graph.scalar(static_cast<float>(std::sqrt(0.5)))});
        const std::string erf = m_graph.apply("Erf", name + ".erf", {scaled});
        const std::string both = m_graph.apply("Add", name + ".erf_1", {erf, m_graph.scalar(1)});
        const std::string half = m_graph.apply("Mul", name + ".half", {x, m_graph.scalar(0.5F)});
        return m_graph.apply("Mul", name + ".activated", {half, both});
    }

    OnnxGraph m_graph;
    const OnnxSource& m_source;
    OnnxReport& m_report;
    const TransformerConfig& m_config;
    std::string m_length, m_zero, m_mask, m_heads, m_joined;
    std::vector<std::string> m_weights;  ///< that are in the graph
};

onnx::TensorShapeProto& describe(onnx::ValueInfoProto& value, const std::string& name, int type) {
    value.set_name(name);
    onnx::TypeProto_Tensor& tensor = *value.mutable_type()->mutable_tensor_type();
    tensor.set_elem_type(type);
    return *tensor.mutable_shape();
}

void describeEnds(onnx::GraphProto& graph, const TransformerConfig& config) {
    const bool tokens = config.input == InputKind::Tokens;
    onnx::TensorShapeProto& input = describe(
        *graph.add_input(), "input", tokens ? onnx::TensorProto::INT64 : onnx::TensorProto::FLOAT);
    input.add_dim()->set_dim_param("batch");
    input.add_dim()->set_dim_param("length");
    if (!tokens) {
        input.add_dim()->set_dim_value(dimension(config.patchSize));
    }
    onnx::TensorShapeProto& output =
        describe(*graph.add_output(), "logits", onnx::TensorProto::FLOAT);
    output.add_dim()->set_dim_param("batch");
    if (!config.pooled) {
        output.add_dim()->set_dim_param("length");
    }
    output.add_dim()->set_dim_value(dimension(config.outputs));
}

/// What all sites need; InvalidArgument where one cannot be held.
Result<int> neededOpset(const OnnxSource& source) {
    int opset = plainOpset;
    for (const auto& site : source.sites) {
        if (auto valid = checkForOnnx(*site, source.dequantized); !valid) {
            return tl::unexpected(valid.error());
        }
        if (site->weight && site->recipe.weight && !source.dequantized) {
            opset = std::max(opset, opsetOf(*site->weight));
        }
    }
    return opset;
}

onnx::ModelProto modelOf(const OnnxSource& source, OnnxReport& report) {
    onnx::ModelProto model;
    model.set_ir_version(report.opset == plainOpset ? plainIrVersion : blockedIrVersion);
    model.set_producer_name("Zeropoint");
    model.add_opset_import()->set_version(report.opset);
    for (const auto& [key, value] : source.metadata) {
        onnx::StringStringEntryProto& entry = *model.add_metadata_props();
        entry.set_key(validUtf8(key));
        entry.set_value(validUtf8(value));
    }
    onnx::GraphProto& graph = *model.mutable_graph();
    graph.set_name("transformer");
    describeEnds(graph, source.model->config());
    OnnxBuilder(graph, source, report).logits("input");
    return model;
}

}  // namespace

Result<OnnxReport> writeOnnx(const std::string& path, const OnnxSource& source,
                             const Execution& execution) {
    const auto opset = neededOpset(source);
    if (!opset) {
        return tl::unexpected(opset.error());
    }
    OnnxReport report;
    report.opset = *opset;
    const onnx::ModelProto model = modelOf(source, report);
    std::string bytes;
    if (!model.SerializeToString(&bytes)) {
        return fail(ErrorCode::TooLarge, "An ONNX file holds 2 GiB at most", path,
                    "Export a smaller model");
    }
    if (execution.stopRequested()) {
        return fail(ErrorCode::Cancelled, "Writing was stopped", path);
    }
    report.bytes = bytes.size();
    return replaceFile(path, bytes).map([&] { return report; });
}

}  // namespace zeropoint
