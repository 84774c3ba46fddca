// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/onnx/onnx_weights.h"

#include <onnx/onnx_pb.h>

#include <algorithm>
#include <array>
#include <utility>

namespace zeropoint {
namespace {

/// Which inputs of a node are codes and what belongs to them, -1 for none; and which others are
/// scales and zero points, of activations.
struct Operator {
    std::string_view type;
    int codes = 0;
    int scales = -1;  ///< -1: they stand elsewhere
    int zeros = -1;
    int order = -1;
    std::array<int, 4> companions{-1, -1, -1, -1};
};

/// Whether a tensor steers the graph: a shape, axes or indices, or a single number (an epsilon, a
/// root). They are no parameters of the model, which counts as many without its graph.
bool isSetting(const StoredTensor& tensor) {
    const TensorInfo& info = tensor.info;
    const bool integers = info.dtype == DType::I64 || info.dtype == DType::I32;
    return info.role == TensorRole::Weight && tensor.packed == nullptr && info.packed == nullptr &&
           (info.shape.empty() || (integers && info.shape.size() == 1));
}

/// Weights that the same codes are: more say nothing new, and a file must not ask for any number.
constexpr int mostUses = 8;

constexpr std::array operators = {Operator{"DequantizeLinear", 0, 1, 2, -1, {1, 2, -1, -1}},
                                  Operator{"QuantizeLinear", -1, 1, 2, -1, {1, 2, -1, -1}},
                                  Operator{"MatMulNBits", 1, 2, 3, 4},
                                  Operator{"QLinearMatMul", 3, 4, 5, -1, {1, 2, 6, 7}},
                                  Operator{"QLinearConv", 3, 4, 5, -1, {1, 2, 6, 7}},
                                  Operator{"QGemm", 3, 4, 5, -1, {1, 2, 7, 8}},
                                  Operator{"MatMulInteger", 1, -1, 3, -1, {2, -1, -1, -1}},
                                  Operator{"ConvInteger", 1, -1, 3, -1, {2, -1, -1, -1}}};

}  // namespace

bool OnnxWeights::collect(const onnx::ModelProto& model) {
    if (!collectGraph(model.graph(), "", nullptr)) {
        return false;
    }
    for (const onnx::FunctionProto& function : model.functions()) {
        Scope scope{nullptr, function.name()};
        if (!collectNodes(function.node(), scope)) {
            return false;
        }
    }
    return true;
}

std::vector<StoredTensor> OnnxWeights::take() {
    std::vector<StoredTensor> listed;
    for (std::size_t i = 0; i < m_tensors.size(); ++i) {
        if (!m_companions.contains(i)) {
            if (isSetting(m_tensors[i])) {
                m_tensors[i].info.role = TensorRole::Buffer;
            }
            listed.push_back(std::move(m_tensors[i]));
        }
    }
    return listed;
}

bool OnnxWeights::collectGraph(const onnx::GraphProto& graph, const std::string& place,
                               const Scope* outer) {
    Scope scope{outer, place};
    for (const onnx::TensorProto& initializer : graph.initializer()) {
        if (m_stop.stop_requested()) {
            return false;
        }
        add(m_reader.list(initializer), scope);
    }
    for (const onnx::SparseTensorProto& sparse : graph.sparse_initializer()) {
        StoredTensor tensor = unreadableTensor(
            sparse.values().name(), "A sparse initializer: only its places and values are stored");
        tensor.info.dtypeText = "sparse";
        tensor.info.shape.assign(sparse.dims().begin(), sparse.dims().end());
        add(std::move(tensor), scope);
    }
    return collectNodes(graph.node(), scope);
}

bool OnnxWeights::collectNodes(const auto& nodes, Scope& scope) {
    for (const onnx::NodeProto& node : nodes) {
        if (m_stop.stop_requested()) {
            return false;
        }
        if (node.op_type() == "Constant") {
            addConstant(node, scope);
        }
        if (!collectInside(node, scope)) {
            return false;
        }
    }
    for (const onnx::NodeProto& node : nodes) {
        joinQuantized(node, scope);
    }
    return true;
}

bool OnnxWeights::collectInside(const onnx::NodeProto& node, const Scope& scope) {
    const std::string name = node.name().empty() ? node.op_type() : node.name();
    const std::string inside = (scope.place.empty() ? "" : scope.place + "/") + name;
    for (const onnx::AttributeProto& attribute : node.attribute()) {
        const std::string branch = inside + "/" + attribute.name();
        if (attribute.has_g() && !collectGraph(attribute.g(), branch, &scope)) {
            return false;
        }
        for (const onnx::GraphProto& graph : attribute.graphs()) {
            if (!collectGraph(graph, branch, &scope)) {
                return false;
            }
        }
    }
    return true;
}

std::optional<std::size_t> OnnxWeights::Scope::find(std::string_view name) const {
    for (const Scope* scope = this; scope != nullptr && !name.empty(); scope = scope->outer) {
        const auto found = scope->tensors.find(name);
        if (found != scope->tensors.end()) {
            return found->second;
        }
    }
    return std::nullopt;
}

void OnnxWeights::add(StoredTensor tensor, Scope& scope) {
    const std::string own = tensor.info.name;
    if (!scope.place.empty() && m_used.contains(own)) {
        tensor.info.name = scope.place + "/" + own;
    }
    m_used.insert(tensor.info.name);
    scope.tensors[own] = m_tensors.size();
    m_tensors.push_back(std::move(tensor));
}

void OnnxWeights::addConstant(const onnx::NodeProto& node, Scope& scope) {
    for (const onnx::AttributeProto& attribute : node.attribute()) {
        if (node.output_size() != 1) {
            continue;
        }
        if (attribute.has_t()) {
            StoredTensor tensor = m_reader.list(attribute.t());
            tensor.info.name = node.output(0);
            add(std::move(tensor), scope);
        } else if (attribute.name() == "value_float") {
            const float number = attribute.f();
            addNumbers({&number, 1}, node, scope);
            m_tensors.back().info.shape.clear();
        } else if (attribute.name() == "value_floats" && attribute.floats_size() > 0) {
            addNumbers(
                {attribute.floats().data(), static_cast<std::size_t>(attribute.floats_size())},
                node, scope);
        }
    }
}

/// Numbers of a node: scales may stand there, settings do; they are not listed.
void OnnxWeights::addNumbers(std::span<const float> numbers, const onnx::NodeProto& node,
                             Scope& scope) {
    const auto bytes = std::as_bytes(numbers);
    StoredTensor tensor;
    tensor.info.name = node.output(0);
    tensor.info.dtype = DType::F32;
    tensor.info.dtypeText = dtypeName(DType::F32);
    tensor.info.shape = {static_cast<std::int64_t>(numbers.size())};
    tensor.info.bytes = bytes.size();
    tensor.source = memoryBytes({bytes.begin(), bytes.end()}, node.output(0));
    m_companions.insert(m_tensors.size());
    add(std::move(tensor), scope);
}

void OnnxWeights::joinQuantized(const onnx::NodeProto& node, const Scope& scope) {
    const auto found = std::ranges::find(operators, node.op_type(), &Operator::type);
    if (found == operators.end()) {
        return;
    }
    const auto index = [&](int input) {
        return input >= 0 && input < node.input_size() ? scope.find(node.input(input))
                                                       : std::nullopt;
    };
    for (const int input : found->companions) {
        if (const auto companion = index(input)) {
            m_tensors[*companion].info.role = TensorRole::Companion;
        }
    }
    const auto codes = index(found->codes);
    if (!codes) {
        return;
    }
    // The scale of a product of integers stands behind it: known by its name alone.
    constexpr std::string_view ending = "_quantized";
    const std::string& name = node.input(found->codes);
    const auto scales = found->scales >= 0 ? index(found->scales)
                        : name.ends_with(ending)
                            ? scope.find(name.substr(0, name.size() - ending.size()) + "_scale")
                            : std::nullopt;
    if (!scales && found->scales >= 0) {
        return;
    }
    const auto at = [&](std::optional<std::size_t> place) {
        return place ? &m_tensors[*place] : nullptr;
    };
    const auto zeros = index(found->zeros);
    const auto order = index(found->order);
    const auto known = m_codes.find(*codes);
    if (known != m_codes.end() && known->second.uses >= mostUses) {
        return;
    }
    const StoredTensor& stored = known == m_codes.end() ? m_tensors[*codes] : known->second.stored;
    auto weight = onnxQuantized(node, {&stored, at(scales), at(zeros), at(order)});
    if (!weight) {
        return;
    }
    for (const auto& part : {scales, zeros, order}) {
        if (part) {
            m_companions.insert(*part);
        }
    }
    put(std::move(*weight), *codes, node);
    joinBias(node, scope);
}

/// The bias of products of integers: its scale is that of the input times that of the weight.
void OnnxWeights::joinBias(const onnx::NodeProto& node, const Scope& scope) {
    const int input = node.op_type() == "QLinearConv" ? 8 : node.op_type() == "QGemm" ? 6 : -1;
    if (input < 0 || input >= node.input_size()) {
        return;
    }
    const auto bias = scope.find(node.input(input));
    const auto factor = scope.find(node.input(1));
    const auto scales = scope.find(node.input(4));
    float value = 0;
    if (!bias || !factor || !scales || m_codes.contains(*bias) ||
        m_tensors[*bias].info.shape.size() != 1 || m_tensors[*factor].info.shape.size() > 1 ||
        !m_tensors[*factor].unreadable.empty() || m_tensors[*factor].info.elements() != 1 ||
        !readStoredValues(m_tensors[*factor], 0, {&value, 1})) {
        return;
    }
    if (auto tensor = onnxQuantized(
            node, {&m_tensors[*bias], &m_tensors[*scales], nullptr, nullptr, value})) {
        put(std::move(*tensor), *bias, node);
    }
}

void OnnxWeights::put(StoredTensor weight, std::size_t codes, const onnx::NodeProto& node) {
    const auto [known, first] = m_codes.try_emplace(codes);
    ++known->second.uses;
    const bool isNew = weight.info.packed != nullptr &&
                       known->second.parts.insert(weight.info.packed->parts).second;
    if (first) {
        known->second.stored = std::exchange(m_tensors[codes], std::move(weight));
    } else if (isNew && node.output_size() > 0) {
        weight.info.shares = m_tensors[codes].info.name;
        weight.info.name = node.output(0);
        m_tensors.push_back(std::move(weight));
    }
}

}  // namespace zeropoint
