// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/tensor.h"

#include <onnx/onnx_pb.h>

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace zeropoint {

/// Builds an ONNX graph value by value. Every verb returns the name of the value that it makes,
/// which is that of its node.
class OnnxGraph {
public:
    explicit OnnxGraph(onnx::GraphProto& graph) : m_graph(graph) {}

    std::string floats(const std::string& name, const Shape& shape, std::span<const float> values);
    std::string integers(const std::string& name, std::span<const std::int64_t> values);
    /// Elements of a type of TensorProto as they are stored.
    std::string raw(const std::string& name, int type, const Shape& shape, std::string bytes);
    /// A number without a dimension, made once for each value.
    std::string scalar(float value);

    /// A node that is to get attributes.
    onnx::NodeProto& node(const std::string& operation, const std::string& name,
                          std::initializer_list<std::string> inputs);
    std::string apply(const std::string& operation, const std::string& name,
                      std::initializer_list<std::string> inputs);
    std::string transpose(const std::string& name, const std::string& input,
                          std::initializer_list<std::int64_t> order);

private:
    onnx::GraphProto& m_graph;
    std::vector<std::pair<float, std::string>> m_scalars;
};

void addAttribute(onnx::NodeProto& node, const std::string& name, std::int64_t value);
void addAttribute(onnx::NodeProto& node, const std::string& name, float value);
void addAttribute(onnx::NodeProto& node, const std::string& name,
                  std::initializer_list<std::int64_t> values);

}  // namespace zeropoint
