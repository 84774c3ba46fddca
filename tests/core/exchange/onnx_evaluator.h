// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace onnx {
class ModelProto;
class NodeProto;
class TensorProto;
}  // namespace onnx

namespace zeropoint::test {

/// A value of a graph; whole numbers are doubles too.
struct OnnxValue {
    std::vector<std::int64_t> shape;
    std::vector<double> values;
};

/// Runs the graph of an ONNX file as the operators' specification reads, one element at a time in
/// double (quantizers divide and round in float32, as they are specified): the slow reference for
/// what we write. Knows the operators that a transformer takes and throws at every other.
class OnnxEvaluator {
public:
    explicit OnnxEvaluator(const std::string& path);

    /// The value of an output, or of any node.
    OnnxValue run(const OnnxValue& input, const std::string& wanted = "logits");
    int opset() const { return m_opset; }

private:
    void compute(const onnx::NodeProto& node);
    const OnnxValue& in(const onnx::NodeProto& node, int index) const;

    std::map<std::string, OnnxValue> m_constants;
    std::map<std::string, OnnxValue> m_values;
    std::vector<std::string> m_nodes;  ///< serialized, in the order of the file
    std::map<std::string, int> m_types;
    int m_opset = 0;
};

}  // namespace zeropoint::test
