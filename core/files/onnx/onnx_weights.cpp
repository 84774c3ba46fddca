// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/onnx/onnx_weights.h"

#include <onnx/onnx_pb.h>

#include <utility>

namespace zeropoint {

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
        if (attribute.has_t() && node.output_size() == 1) {
            StoredTensor tensor = m_reader.list(attribute.t());
            tensor.info.name = node.output(0);
            add(std::move(tensor), scope);
        }
    }
}

void OnnxWeights::joinQuantized(const onnx::NodeProto& node, const Scope& scope) {
    const bool matrix = node.op_type() == "MatMulNBits";
    if (!matrix && node.op_type() != "DequantizeLinear") {
        return;
    }
    const auto index = [&](int input) {
        return input < node.input_size() ? scope.find(node.input(input)) : std::nullopt;
    };
    const auto codes = index(matrix ? 1 : 0);
    const auto scales = index(matrix ? 2 : 1);
    const auto zeros = index(matrix ? 3 : 2);
    if (!codes || !scales || m_tensors[*codes].info.packed != nullptr) {
        return;
    }
    auto weight = onnxQuantized(node, m_tensors[*codes], m_tensors[*scales],
                                zeros ? &m_tensors[*zeros] : nullptr);
    if (!weight) {
        return;
    }
    m_tensors[*codes] = std::move(*weight);
    m_companions.insert(*scales);
    if (zeros) {
        m_companions.insert(*zeros);
    }
}

}  // namespace zeropoint
