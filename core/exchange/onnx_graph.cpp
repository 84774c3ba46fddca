// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/onnx_graph_private.h"

#include <algorithm>

namespace zeropoint {
namespace {

std::string bytesOf(const void* data, std::size_t size) {
    return {static_cast<const char*>(data), size};
}

onnx::AttributeProto& attribute(onnx::NodeProto& node, const std::string& name,
                                onnx::AttributeProto::AttributeType type) {
    onnx::AttributeProto& made = *node.add_attribute();
    made.set_name(name);
    made.set_type(type);
    return made;
}

}  // namespace

std::string OnnxGraph::raw(const std::string& name, int type, const Shape& shape,
                           std::string bytes) {
    onnx::TensorProto& tensor = *m_graph.add_initializer();
    tensor.set_name(name);
    tensor.set_data_type(type);
    for (const std::int64_t size : shape) {
        tensor.add_dims(size);
    }
    tensor.set_raw_data(std::move(bytes));
    return name;
}

std::string OnnxGraph::floats(const std::string& name, const Shape& shape,
                              std::span<const float> values) {
    return raw(name, onnx::TensorProto::FLOAT, shape, bytesOf(values.data(), values.size_bytes()));
}

std::string OnnxGraph::integers(const std::string& name, std::span<const std::int64_t> values) {
    return raw(name, onnx::TensorProto::INT64, {static_cast<std::int64_t>(values.size())},
               bytesOf(values.data(), values.size_bytes()));
}

std::string OnnxGraph::scalar(float value) {
    const auto found = std::ranges::find(m_scalars, value, &std::pair<float, std::string>::first);
    if (found != m_scalars.end()) {
        return found->second;
    }
    std::string name = "scalar_" + std::to_string(m_scalars.size());
    m_scalars.emplace_back(value, name);
    return floats(name, {}, std::span(&value, 1));
}

onnx::NodeProto& OnnxGraph::node(const std::string& operation, const std::string& name,
                                 std::initializer_list<std::string> inputs) {
    onnx::NodeProto& made = *m_graph.add_node();
    made.set_op_type(operation);
    made.set_name(name);
    for (const std::string& input : inputs) {
        made.add_input(input);
    }
    made.add_output(name);
    return made;
}

std::string OnnxGraph::apply(const std::string& operation, const std::string& name,
                             std::initializer_list<std::string> inputs) {
    node(operation, name, inputs);
    return name;
}

std::string OnnxGraph::transpose(const std::string& name, const std::string& input,
                                 std::initializer_list<std::int64_t> order) {
    addAttribute(node("Transpose", name, {input}), "perm", order);
    return name;
}

void addAttribute(onnx::NodeProto& node, const std::string& name, std::int64_t value) {
    attribute(node, name, onnx::AttributeProto::INT).set_i(value);
}

void addAttribute(onnx::NodeProto& node, const std::string& name, float value) {
    attribute(node, name, onnx::AttributeProto::FLOAT).set_f(value);
}

void addAttribute(onnx::NodeProto& node, const std::string& name,
                  std::initializer_list<std::int64_t> values) {
    onnx::AttributeProto& made = attribute(node, name, onnx::AttributeProto::INTS);
    for (const std::int64_t value : values) {
        made.add_ints(value);
    }
}

}  // namespace zeropoint
